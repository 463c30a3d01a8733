/** Letters as official documents: their parts (NĐ 30/2020/NĐ-CP, appendix I), as a page and as a PDF. */
@NullMarked
package vn.congvu.notify.letter;

import org.jspecify.annotations.NullMarked;
