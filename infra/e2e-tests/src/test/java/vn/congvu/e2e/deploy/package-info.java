/** The files that production is started from: read strictly, and every name in them looked up. */
@org.jspecify.annotations.NullMarked
package vn.congvu.e2e.deploy;
