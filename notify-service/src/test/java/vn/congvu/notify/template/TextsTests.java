package vn.congvu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.contracts.Language;
import vn.congvu.platform.problem.Problem;

class TextsTests {
    private static final DefaultTexts DEFAULTS = new DefaultTexts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{agency}}",
                "{{{reference}}}",
                "{{#page}}x{{/page}}",
                "[[${T(java.lang.Runtime).getRuntime().exec('id')}]]",
                "#{T(java.lang.System).exit(0)}",
                "${jndi:ldap://example.com/a}",
                "<script>alert(1)</script>",
                "{{=<% %>=}}<% agency %>",
                "{{> /etc/passwd}}",
                "%s %n $1 \\1"
            })
    void whatPeopleWroteIsNeverReadAsTemplate(String hostile) {
        var text = Texts.render("Hỏi: {{question}} ({{reference}})", Map.of("question", hostile, "reference", "R"));

        assertThat(text).isEqualTo("Hỏi: " + hostile + " (R)");
    }

    @Test
    void aValueThatIsAbsentLeavesItsSectionOut() {
        var template = "Giải quyết{{#due}}, chậm nhất {{due}}{{/due}}.";

        assertThat(Texts.render(template, Map.of())).isEqualTo("Giải quyết.");
        assertThat(Texts.render(template, Map.of("due", "hôm nay"))).isEqualTo("Giải quyết, chậm nhất hôm nay.");
    }

    @ParameterizedTest
    @EnumSource
    void everyDefaultIsWhatAnAdministratorCouldHaveStored(MessageKind kind) {
        var texts = DEFAULTS.of(kind);

        assertThatCode(() -> Templates.refuseIfWrong(kind, texts.vi(), texts.en()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableIsMentionedSomewhereAndHasASample(MessageKind kind) {
        var texts = DEFAULTS.of(kind);
        var all = texts.vi().email() + texts.vi().subject() + texts.vi().sms();

        assertThat(Texts.namesIn(all)).containsExactlyInAnyOrderElementsOf(kind.variables());
        kind.variables().forEach(name -> assertThat(Samples.of(name)).isNotBlank());
    }

    @Test
    void theAcknowledgmentFitsOnePart() {
        var values =
                Arrays.stream(new String[] {"reference", "page"}).collect(Collectors.toMap(name -> name, Samples::of));
        for (var language : Language.values()) {
            var sms = DEFAULTS.of(MessageKind.COMPLAINT_RECEIVED).in(language).sms();
            var text = PlainVietnamese.of(Texts.render(sms, values));

            assertThat(SmsParts.of(text)).as(text).satisfies(length -> {
                assertThat(length.encoding()).isEqualTo(SmsParts.Encoding.GSM_7);
                assertThat(length.parts()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"CASE_MISSED, 7K3F9-QXM2D, 17:00 05/02/2026", "DOSSIER_MISSED, H51.24-260105-0001, 05/02/2026"})
    void anApologyFitsOnePartEvenWhereTheAgencyHasALongName(MessageKind kind, String reference, String due) {
        var values = kind.variables().stream().collect(Collectors.toMap(name -> name, Samples::of));
        values.putAll(Map.of("reference", reference, "due", due));
        for (var language : Language.values()) {
            var text = PlainVietnamese.of(
                    Texts.render(DEFAULTS.of(kind).in(language).sms(), values));

            assertThat(SmsParts.of(text).parts()).as(text).isEqualTo(1);
        }
    }

    @Test
    void withoutDiacriticsKeepsCaseAndFitsGsm7() {
        var plain = PlainVietnamese.of("Đường “Nguyễn Huệ” – ĐẮK LẮK… ₫");

        assertThat(plain).isEqualTo("Duong \"Nguyen Hue\" - DAK LAK... d");
        assertThat(SmsParts.of(plain).encoding()).isEqualTo(SmsParts.Encoding.GSM_7);
    }

    @Test
    void refusesUnknownVariablesOpenSectionsIncludesAndEmptyTexts() {
        var good = DEFAULTS.of(MessageKind.CASE_ASSIGNED).vi();
        for (var wrong : new String[] {"{{phone}}", "{{#due}} x", "{{agency", "{{> other}}", " ", "{{agency.class}}"}) {
            var bad = new MessageText(wrong, good.subject(), good.email());

            assertThatThrownBy(() -> Templates.refuseIfWrong(MessageKind.CASE_ASSIGNED, bad, good))
                    .as(wrong)
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                            .singleElement()
                            .satisfies(field -> assertThat(field.field()).isEqualTo("vi.sms")));
        }
    }
}
