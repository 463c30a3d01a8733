/** What is new for the office at the page. */
@NullMarked
package vn.congvu.gateway.news;

import org.jspecify.annotations.NullMarked;
