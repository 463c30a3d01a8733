package vn.congvu.cases.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;

/** Directories to test with. */
public final class Provinces {
    public static final Path TAY_NINH = Path.of("../infra/dev-stack/src/main/resources/provinces/tay-ninh");
    private static final DirectoryData DATA = read(TAY_NINH);

    private Provinces() {}

    /** The demo province, from the files that fill an empty directory. */
    public static Directory tayNinh() {
        return of(DATA);
    }

    /** Any directory, from texts in the form of the CSV files. */
    static Directory of(String agencies, String offices, String communes, String fields) {
        var data = with(DirectoryData.empty(), new AgencySheet(), agencies.getBytes());
        data = with(data, new OfficeSheet(), offices.getBytes());
        data = with(data, new CommuneSheet(), communes.getBytes());
        return of(with(data, new FieldSheet(), fields.getBytes()));
    }

    static Directory of(DirectoryData data) {
        var views = new java.util.concurrent.ConcurrentHashMap<LocalDate, DirectoryView>();
        return new Directory() {
            @Override
            public DirectoryView on(LocalDate date) {
                return views.computeIfAbsent(date, data::on);
            }

            @Override
            public long edition(LocalDate date) {
                return date.toEpochDay();
            }

            @Override
            public Bilingual label(Misconduct misconduct, LocalDate on) {
                return MisconductLabels.defaults().get(misconduct);
            }
        };
    }

    static DirectoryData read(Path folder) {
        try {
            var data =
                    with(DirectoryData.empty(), new AgencySheet(), Files.readAllBytes(folder.resolve("agencies.csv")));
            data = with(data, new OfficeSheet(), Files.readAllBytes(folder.resolve("offices.csv")));
            data = with(data, new CommuneSheet(), Files.readAllBytes(folder.resolve("communes.csv")));
            return with(data, new FieldSheet(), Files.readAllBytes(folder.resolve("fields.csv")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static <P> DirectoryData with(DirectoryData data, Sheet<P> sheet, byte[] csv) {
        var intake = Intake.of(sheet, CsvRows.read(csv, sheet.columns()), data);
        if (!intake.refused().isEmpty()) {
            throw new IllegalStateException(intake.refused().toString());
        }
        return sheet.with(data, Sheet.overlay(sheet.in(data), intake.files()));
    }
}
