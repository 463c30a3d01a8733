package vn.congvu.cases.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.congvu.cases.directory.CsvRows.BadRow;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Changes the directory: good rows in, bad rows named, nothing forgotten of what stood there before. */
@Service
class DirectoryEditing {
    private static final int ATTEMPTS = 5;
    private static final Logger log = LoggerFactory.getLogger(DirectoryEditing.class);

    private final DirectoryStore store;
    private final StoredDirectory directory;
    private final DirectoryForesight foresight;
    private final Clock clock;

    DirectoryEditing(DirectoryStore store, StoredDirectory directory, DirectoryForesight foresight, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.foresight = foresight;
        this.clock = clock;
    }

    /** What an import did, or would do. */
    record ImportReport(
            int rows,
            int added,
            int changed,
            int unchanged,
            List<BadRow> refused,
            boolean preview,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Preview effect) {
        static ImportReport of(Intake<?> intake, @Nullable Preview effect) {
            return new ImportReport(
                    intake.rows(),
                    intake.added(),
                    intake.changed(),
                    intake.unchanged(),
                    intake.refused(),
                    effect != null,
                    effect);
        }
    }

    /** A file as it is or would be. @param effect only of a preview */
    record Edited<P>(StoredFile<P> file, @Nullable Preview effect) {}

    <P> ImportReport importCsv(Sheet<P> sheet, byte[] bytes, String by, boolean preview) {
        var csv = CsvRows.read(bytes, sheet.columns());
        var data = store.load();
        var intake = Intake.of(sheet, csv, data);
        if (preview) {
            return ImportReport.of(intake, Preview.of(sheet, intake.files(), data, directory.day(), foresight));
        }
        for (int attempt = 1;
                !store.storeAll(sheet, intake.files(), new Edit<>(clock.instant(), by, List.of()));
                attempt++) {
            if (attempt == ATTEMPTS) {
                throw stale();
            }
            intake = Intake.of(sheet, csv, store.load());
        }
        changed();
        var report = ImportReport.of(intake, null);
        log.info(
                "audit: {} imports the directory: {} rows, {} new, {} changed, {} refused",
                by,
                report.rows(),
                report.added(),
                report.changed(),
                report.refused().size());
        return report;
    }

    <P> Optional<StoredFile<P>> file(Sheet<P> sheet, String id) {
        return store.file(sheet, id);
    }

    /**
     * Replaces everything a file holds.
     *
     * @param version the version that was seen, 0 for a new one
     */
    <P> Edited<P> replace(Sheet<P> sheet, String id, long version, List<P> rows, String by, boolean preview) {
        var sorted = rows.stream().sorted(sheet.order()).toList();
        var data = store.load();
        var merged = sheet.with(data, Map.of(id, sorted));
        sorted.stream().map(row -> sheet.fault(row, merged)).forEach(fault -> {
            if (fault != null) {
                throw Problems.invalid("rows", fault.vi(), fault.en());
            }
        });
        var edit = new Edit<>(clock.instant(), by, sheet.in(data).getOrDefault(id, List.of()));
        if (preview) {
            return new Edited<>(
                    sheet.stored(id, version, sorted, List.of(edit)),
                    Preview.of(sheet, Map.of(id, sorted), data, directory.day(), foresight));
        }
        if (!store.store(sheet, id, version, sorted, edit)) {
            throw stale();
        }
        changed();
        log.info("audit: {} changes {} in the directory", by, id);
        return new Edited<>(store.file(sheet, id).orElseThrow(DirectoryEditing::stale), null);
    }

    /** @param from the day on which the name begins to hold */
    MisconductLabel rename(Misconduct misconduct, Bilingual label, LocalDate from, String by) {
        var name = new MisconductLabel.Named(label.vi(), label.en(), from, clock.instant(), by);
        for (int attempt = 1; !store.name(misconduct.name(), version(misconduct), name); attempt++) {
            if (attempt == ATTEMPTS) {
                throw stale();
            }
        }
        changed();
        log.info("audit: {} changes the label of {} from {}", by, misconduct, from);
        return store.label(misconduct.name()).orElseThrow(DirectoryEditing::stale);
    }

    private long version(Misconduct misconduct) {
        return store.label(misconduct.name()).map(MisconductLabel::version).orElse(0L);
    }

    private void changed() {
        store.announce();
        directory.reload();
    }

    private static Problem stale() {
        return new Problem(
                Problems.STALE,
                new Bilingual(
                        "Người khác vừa sửa danh bạ. Hãy tải lại, xem thay đổi rồi sửa tiếp.",
                        "Somebody else has just changed the directory. Load it again, look at the change and go on."));
    }
}
