package vn.congvu.cases.directory;

import java.time.LocalDate;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;

/** The province's agencies, asked as of a day. Answers come from memory, never from the database. */
public interface Directory {
    /** What was, is or will be in force on that day; the same instance as long as nothing differs. */
    DirectoryView on(LocalDate date);

    /**
     * Grows whenever the view of that day may differ from the one before: by every change and with every day. What has followed
     * an edition has followed everything before it.
     */
    long edition(LocalDate date);

    /** What a misconduct is called on that day, in both languages. */
    Bilingual label(Misconduct misconduct, LocalDate on);
}
