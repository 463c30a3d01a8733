package vn.congvu.contracts;

/** One plain sentence or name in both languages of the suite. */
public record Bilingual(String vi, String en) {}
