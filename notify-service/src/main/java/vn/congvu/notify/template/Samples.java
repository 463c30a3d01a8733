package vn.congvu.notify.template;

/** Values of the usual length, for previews. */
final class Samples {
    private Samples() {}

    static String of(String variable) {
        return switch (variable) {
            case "reference" -> "7K3F9-QXM2D";
            case "intoReference" -> "4HT6W-0BRN8";
            case "agency" -> "Sở Nông nghiệp và Môi trường";
            case "title" -> "Giám đốc Sở Nông nghiệp và Môi trường";
            case "signBy", "due", "until", "reopenUntil", "acceptBy" -> "17:00 05/02/2026";
            case "previousDue" -> "17:00 22/01/2026";
            case "page" -> "https://phananh.example.vn/tracking";
            case "sign" -> "https://phananh.example.vn/staff/apologies";
            case "board" -> "https://phananh.example.vn/xin-loi";
            case "letter" -> "https://phananh.example.vn/api/v1/apologies/0b9f3d52-8f0b-5c0e-9d8e-3f6f5a2b1c4d/letter";
            case "question" -> "Sự việc xảy ra ở quầy số mấy, vào buổi nào?";
            case "answer" -> "Công chức đã bị phê bình và đã gặp ông/bà để xin lỗi; hồ sơ đã được tiếp nhận lại.";
            case "reason" -> "phải đo đạc lại ranh giới thửa đất";
            case "advice" -> "Xin gửi đơn có chữ ký đến trụ sở tiếp công dân.";
            case "to" -> "Thanh tra tỉnh";
            case "from", "instead" -> "UBND tỉnh";
            case "since" -> "01/03/2026";
            case "number" -> "05/PXL-SNNMT";
            case "procedure" -> "Cấp đổi giấy chứng nhận quyền sử dụng đất";
            case "what" -> "sửa dữ liệu";
            case "clock" -> "giải quyết";
            case "percent" -> "80";
            case "step" -> "1";
            case "repeated" -> "2";
            case "conflict" -> "x";
            default -> throw new IllegalArgumentException("no sample for " + variable);
        };
    }
}
