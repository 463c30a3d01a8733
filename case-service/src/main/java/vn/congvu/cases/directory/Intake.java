package vn.congvu.cases.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import vn.congvu.cases.directory.CsvRows.BadRow;
import vn.congvu.contracts.Bilingual;

/**
 * Which rows of a sheet may come in, and what the files then hold. Pure.
 *
 * @param files only those that change
 */
record Intake<P>(int rows, int added, int changed, int unchanged, List<BadRow> refused, Map<String, List<P>> files) {
    /** Rows that lean on refused rows are refused in turn, to this depth. */
    private static final int MOST_ROUNDS = 50;

    private record Numbered<P>(long line, P row) {}

    static <P> Intake<P> of(Sheet<P> sheet, CsvRows csv, DirectoryData data) {
        var refused = new ArrayList<BadRow>(csv.broken());
        var good = read(sheet, csv, refused);
        for (int round = 0; ; round++) {
            var merged = sheet.with(data, sheet.merge(data, rows(good)));
            var faulty = new HashSet<Numbered<P>>();
            for (var candidate : good) {
                var fault = sheet.fault(candidate.row(), merged);
                if (fault != null || round > MOST_ROUNDS) {
                    faulty.add(candidate);
                    refused.add(new BadRow(candidate.line(), fault != null ? fault : tooDeep()));
                }
            }
            if (faulty.isEmpty()) {
                break;
            }
            good.removeIf(faulty::contains);
        }
        refused.sort(Comparator.comparingLong(BadRow::line));
        return count(sheet, csv, data, rows(good), refused);
    }

    private static <P> List<Numbered<P>> read(Sheet<P> sheet, CsvRows csv, List<BadRow> refused) {
        var good = new ArrayList<Numbered<P>>();
        var lines = new HashMap<List<Object>, Long>();
        for (var raw : csv.rows()) {
            var cells = new Cells(raw::get);
            var row = sheet.read(cells);
            var problem = cells.problem();
            if (row == null || problem != null) {
                refused.add(new BadRow(raw.line(), problem == null ? tooDeep() : problem));
                continue;
            }
            var first = lines.putIfAbsent(List.of(sheet.file(row), sheet.identity(row)), raw.line());
            if (first == null) {
                good.add(new Numbered<>(raw.line(), row));
            } else {
                refused.add(new BadRow(
                        raw.line(), new Bilingual("Trùng với dòng " + first + ".", "The same as line " + first + ".")));
            }
        }
        return good;
    }

    private static <P> Intake<P> count(
            Sheet<P> sheet, CsvRows csv, DirectoryData data, List<P> good, List<BadRow> refused) {
        int added = 0;
        int changed = 0;
        var kept = new ArrayList<P>();
        var present = new HashMap<List<Object>, P>();
        sheet.in(data).values().stream()
                .flatMap(List::stream)
                .forEach(row -> present.put(List.of(sheet.file(row), sheet.identity(row)), row));
        for (var row : good) {
            var before = present.get(List.of(sheet.file(row), sheet.identity(row)));
            if (before == null) {
                added++;
                kept.add(row);
            } else if (!before.equals(row)) {
                changed++;
                kept.add(row);
            }
        }
        int rows = csv.rows().size() + csv.broken().size();
        return new Intake<>(
                rows, added, changed, good.size() - added - changed, List.copyOf(refused), sheet.merge(data, kept));
    }

    private static <P> List<P> rows(List<Numbered<P>> numbered) {
        return numbered.stream().map(Numbered::row).toList();
    }

    private static Bilingual tooDeep() {
        return new Bilingual("Dòng này dựa vào những dòng bị từ chối.", "This row leans on rows that were refused.");
    }
}
