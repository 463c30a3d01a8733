package vn.congvu.gateway.testing;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.HashSet;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What holds for every page, whichever test fetched it. */
final class PageCheck {
    private PageCheck() {}

    private static final int ERRORS = 20;

    static void check(String path, String html, Document page) {
        assertSoftly(softly -> {
            var strict = Parser.htmlParser().setTrackErrors(ERRORS);
            Jsoup.parse(html, "", strict);
            softly.assertThat(strict.getErrors()).as("HTML of %s", path).isEmpty();
            var headings = page.select("h1");
            softly.assertThat(headings).as("one h1 on %s", path).hasSize(1);
            var heading = headings.isEmpty() ? "" : headings.first().text();
            softly.assertThat(heading).as("h1 of %s", path).isNotBlank();
            softly.assertThat(page.title()).as("title of %s", path).startsWith(heading);
            softly.assertThat(page.selectFirst("html").attr("lang"))
                    .as("language of %s", path)
                    .isIn("vi", "en");
            softly.assertThat(page.select("main")).as("main of %s", path).hasSize(1);
            softly.assertThat(page.selectFirst("meta[name=viewport]"))
                    .as("viewport of %s", path)
                    .isNotNull();
            softly.assertThat(page.html()).as("unknown words on %s", path).doesNotContain("??");
            ids(softly, path, page);
            nothingInline(softly, path, page);
            controls(softly, path, page);
            tables(softly, path, page);
        });
    }

    private static void ids(SoftAssertions softly, String path, Document page) {
        var seen = new HashSet<String>();
        for (var element : page.select("[id]")) {
            softly.assertThat(seen.add(element.id()))
                    .as("id %s once on %s", element.id(), path)
                    .isTrue();
        }
        for (var reference : List.of("aria-describedby", "aria-labelledby", "aria-controls")) {
            for (var element : page.select("[" + reference + "]")) {
                for (var id : element.attr(reference).split(" ")) {
                    softly.assertThat(seen).as("%s on %s", reference, path).contains(id);
                }
            }
        }
    }

    private static void nothingInline(SoftAssertions softly, String path, Document page) {
        softly.assertThat(page.select("style, [style], script:not([src]), base, iframe"))
                .as("nothing inline on %s", path)
                .isEmpty();
        for (var element : page.getAllElements()) {
            for (var attribute : element.attributes()) {
                softly.assertThat(attribute.getKey())
                        .as("attributes on %s", path)
                        .doesNotStartWith("on");
            }
        }
        softly.assertThat(page.select("[href^=javascript:], [href^=http:], [src^=http]"))
                .as("own addresses only on %s", path)
                .isEmpty();
    }

    private static void controls(SoftAssertions softly, String path, Document page) {
        for (var control : page.select("input:not([type=hidden]), select, textarea")) {
            softly.assertThat(labelled(page, control))
                    .as("label of %s on %s", control.outerHtml(), path)
                    .isTrue();
        }
        for (var button : page.select("button, a, summary")) {
            softly.assertThat(button.text()
                            + button.attr("aria-label")
                            + button.select("img").attr("alt"))
                    .as("words of %s on %s", button.outerHtml(), path)
                    .isNotBlank();
        }
        softly.assertThat(page.select("form form"))
                .as("forms in forms on %s", path)
                .isEmpty();
        softly.assertThat(page.select("form[method=get] input[name=accessCode]"))
                .as("no code in addresses on %s", path)
                .isEmpty();
    }

    private static boolean labelled(Document page, Element control) {
        return control.hasAttr("aria-label")
                || (!control.id().isEmpty()
                        && !page.select("label[for=" + control.id() + "]").isEmpty())
                || control.closest("label") != null;
    }

    private static void tables(SoftAssertions softly, String path, Document page) {
        for (var table : page.select("table")) {
            softly.assertThat(table.select("caption")).as("caption on %s", path).hasSize(1);
            softly.assertThat(table.select("th:not([scope])"))
                    .as("scope of headers on %s", path)
                    .isEmpty();
        }
    }
}
