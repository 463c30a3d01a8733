package vn.congvu.platform.problem;

import vn.congvu.contracts.Bilingual;

/** What is wrong with one field, and what to write instead. */
public record FieldProblem(String field, Bilingual message) {}
