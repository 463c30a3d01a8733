/** Case files over HTTP. */
@NullMarked
package vn.congvu.cases.casefile.web;

import org.jspecify.annotations.NullMarked;
