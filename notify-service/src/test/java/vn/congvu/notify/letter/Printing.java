package vn.congvu.notify.letter;

/** Page and printer for tests of other packages. */
public final class Printing {
    public static final LetterPage PAGE = new LetterPage();
    public static final LetterPdf PDF = new LetterPdf(PAGE);

    private Printing() {}
}
