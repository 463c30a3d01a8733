package vn.congvu.cases.dossier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.platform.problem.FieldProblem;

/**
 * A row as it came.
 *
 * @param index place in the JSON array, from 0
 * @param line line of the CSV file, the header is 1
 * @param errors why its cells can't be told apart
 */
record RawRow(@Nullable Integer index, @Nullable Long line, Map<String, String> cells, List<FieldProblem> errors) {}
