package vn.congvu.platform.text;

/** Text on its way into a file that spreadsheets open. */
public final class SpreadsheetCell {
    private static final String BEGIN_A_FORMULA = "=+-@\t\r";

    private SpreadsheetCell() {}

    /** What a spreadsheet would take for a formula becomes text by an apostrophe before it. */
    public static String asText(String cell) {
        return !cell.isEmpty() && BEGIN_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
