package vn.congvu.notify.apology;

/** Numbers of documents: those below 10 with a zero (NĐ 30/2020/NĐ-CP, appendix I, part II, 3). */
final class ApologyNumber {
    private ApologyNumber() {}

    /** {@code 05/PXL-SNV}: <i>phiếu xin lỗi</i> of the agency. */
    static String of(int serial, String agencyCode) {
        return "%02d/PXL-%s".formatted(serial, agencyCode);
    }
}
