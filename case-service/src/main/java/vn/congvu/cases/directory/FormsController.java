package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.directory.Field.Competence;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;

/** What the forms offer to choose from; open to everybody. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("permitAll()")
class FormsController {
    private static final int FOUND = 20;
    private static final int MOST = 1_000;

    private final StoredDirectory directory;

    FormsController(StoredDirectory directory) {
        this.directory = directory;
    }

    record AgencyChoice(String code, String name, @Nullable String nameEn, AgencyLevel level) {}

    record CommuneChoice(String code, String name, @Nullable String agency) {}

    record FieldChoice(String code, String name, @Nullable String nameEn, Competence competent) {}

    record MisconductChoice(Misconduct code, Bilingual label) {}

    /** Without words: all, the province first. With words: found by name, former name or abbreviation, the best first. */
    @GetMapping("/agencies")
    List<AgencyChoice> agencies(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit) {
        var view = directory.today();
        var words = q == null ? "" : q.strip();
        var agencies = words.isEmpty()
                ? view.agencies().stream()
                        .sorted(Comparator.comparing(Agency::level).thenComparing(Agency::name))
                        .toList()
                : view.find(words, most(limit, FOUND));
        return agencies.stream()
                .limit(most(limit, words.isEmpty() ? MOST : FOUND))
                .map(a -> new AgencyChoice(a.code(), a.name(), a.nameEn(), a.level()))
                .toList();
    }

    @GetMapping("/communes")
    List<CommuneChoice> communes(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit) {
        var view = directory.today();
        var words = q == null ? "" : q.strip();
        var communes = words.isEmpty()
                ? view.communes().stream()
                        .sorted(Comparator.comparing(Commune::name))
                        .toList()
                : view.findCommunes(words, most(limit, FOUND));
        return communes.stream()
                .limit(most(limit, words.isEmpty() ? MOST : FOUND))
                .map(c -> new CommuneChoice(c.code(), c.name(), c.agency()))
                .toList();
    }

    @GetMapping("/fields")
    List<FieldChoice> fields() {
        return directory.today().fields().stream()
                .sorted(Comparator.comparing(Field::name))
                .map(f -> new FieldChoice(f.code(), f.name(), f.nameEn(), f.competent()))
                .toList();
    }

    /** @param on a day, as 2026-01-01, whose words are asked for; today without it */
    @GetMapping("/misconducts")
    List<MisconductChoice> misconducts(@RequestParam(required = false) @Nullable LocalDate on) {
        var day = on == null ? directory.day() : on;
        return Arrays.stream(Misconduct.values())
                .map(m -> new MisconductChoice(m, directory.label(m, day)))
                .toList();
    }

    private static int most(@Nullable Integer asked, int otherwise) {
        return asked == null ? otherwise : Math.clamp(asked, 1, MOST);
    }
}
