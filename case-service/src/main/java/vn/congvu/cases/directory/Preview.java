package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.DirectoryForesight.Effect;

/**
 * What a change of the directory would bring about.
 *
 * @param asOf the first day from today on which anything differs
 * @param names agencies and communes that are called otherwise then, that begin or that end
 * @param cases which open cases would go to whom
 */
record Preview(LocalDate asOf, List<Renaming> names, Effect cases) {
    /** @param before absent for one that begins, {@code after} for one that ends */
    record Renaming(
            String code, @Nullable String before, @Nullable String after) {}

    static <P> Preview of(
            Sheet<P> sheet,
            Map<String, List<P>> files,
            DirectoryData before,
            LocalDate today,
            DirectoryForesight foresight) {
        var after = sheet.with(before, files);
        var day = firstDifference(sheet, files, before, today);
        var then = after.on(day);
        return new Preview(
                day,
                renamings(sheet, files, before.on(day), then),
                foresight.ifDirectoryWere(then, agencies(sheet, files)));
    }

    private static Set<String> agencies(Sheet<?> sheet, Map<String, ?> files) {
        return switch (sheet) {
            case AgencySheet _, OfficeSheet _ -> files.keySet();
            case CommuneSheet _, FieldSheet _ -> Set.of();
        };
    }

    private static <P> LocalDate firstDifference(
            Sheet<P> sheet, Map<String, List<P>> files, DirectoryData before, LocalDate today) {
        var days = new TreeSet<LocalDate>(List.of(today));
        files.forEach((id, rows) -> {
            rows.forEach(row -> Turns.of(row, days));
            sheet.in(before).getOrDefault(id, List.of()).forEach(row -> Turns.of(row, days));
        });
        return days.tailSet(today).stream()
                .filter(day -> files.entrySet().stream().anyMatch(file -> !holding(file.getValue(), day)
                        .equals(holding(sheet.in(before).getOrDefault(file.getKey(), List.of()), day))))
                .findFirst()
                .orElse(today);
    }

    /** What holds on that day, whatever was written down about its beginning and its end. */
    private static <P> List<Object> holding(List<P> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> !(row instanceof Period period) || period.inForce(day))
                .<Object>map(row -> switch (row) {
                    case Agency a ->
                        Arrays.asList(a.name(), a.nameEn(), a.level(), a.superior(), a.formerNames(), a.email());
                    case Commune c -> Arrays.asList(c.name(), c.agency(), c.formerNames());
                    case Posting p -> Arrays.asList(p.post(), p.title(), p.email(), p.present(day));
                    default -> row;
                })
                .toList();
    }

    private static <P> List<Renaming> renamings(
            Sheet<P> sheet, Map<String, List<P>> files, DirectoryView before, DirectoryView then) {
        var renamings = new ArrayList<Renaming>();
        for (var code : files.keySet()) {
            var old = name(sheet, before, code);
            var young = name(sheet, then, code);
            if (old != null && !old.equals(young) || old == null && young != null) {
                renamings.add(new Renaming(code, old, young));
            }
        }
        return List.copyOf(renamings);
    }

    private static @Nullable String name(Sheet<?> sheet, DirectoryView view, String code) {
        return switch (sheet) {
            case AgencySheet _ -> view.agency(code).map(Agency::name).orElse(null);
            case CommuneSheet _ ->
                view.commune(code)
                        .filter(c -> view.communes().contains(c))
                        .map(Commune::name)
                        .orElse(null);
            case FieldSheet _ -> view.field(code).map(Field::name).orElse(null);
            case OfficeSheet _ -> null;
        };
    }
}
