package vn.congvu.cases.directory;

import java.time.LocalDate;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;

/** The province's agencies, asked as of a day. Answers come from memory, never from the database. */
public interface Directory {
    /** What was, is or will be in force on that day; the same instance as long as nothing differs. */
    DirectoryView on(LocalDate date);

    /** What the taxonomy calls a misconduct, in both languages. */
    Bilingual label(Misconduct misconduct);
}
