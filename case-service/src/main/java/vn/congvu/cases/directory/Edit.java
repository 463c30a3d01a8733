package vn.congvu.cases.directory;

import java.time.Instant;
import java.util.List;

/**
 * A change that was made.
 *
 * @param by the account that made it
 * @param before what stood there until then
 */
record Edit<P>(Instant at, String by, List<P> before) {}
