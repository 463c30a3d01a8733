package vn.congvu.contracts;

/** The language a person is written to in: {@code VI} is the default. */
public enum Language {
    VI,
    EN
}
