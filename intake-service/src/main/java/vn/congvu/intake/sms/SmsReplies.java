package vn.congvu.intake.sms;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.congvu.platform.text.Folding;

/** What we write back: Vietnamese without diacritics, one part of GSM-7, whatever an agency is called. */
final class SmsReplies {
    /** Of one part in the GSM-7 alphabet, in characters. */
    static final int ONE_PART = 160;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private SmsReplies() {}

    static String received(String reference) {
        return onePart("Da nhan phan anh cua ban, ma tra cuu " + spoken(reference)
                + ". Nhan tiep de bo sung. Can cuu giup ngay hay goi 113, 114, 115.");
    }

    static String partAdded(String reference) {
        return onePart("Da them vao phan anh " + spoken(reference)
                + ". Nhan tiep neu con. Viec khac: soan PA MOI va noi dung.");
    }

    static String messageAdded(String reference) {
        return onePart("Da chuyen tin nay toi co quan dang giai quyet phan anh " + spoken(reference)
                + ". Viec khac: soan PA MOI va noi dung.");
    }

    static String rated(String reference, int score) {
        return onePart("Cam on ban da cham " + score + "/5 cho tra loi phan anh " + spoken(reference)
                + ". Neu chua duoc giai quyet, soan CHUA XONG va ly do.");
    }

    static String reopeningRequested(String reference) {
        return onePart("Da ghi nhan de nghi xem lai phan anh " + spoken(reference) + ". Chung toi se bao ban ket qua.");
    }

    static String status(String reference, String state, @Nullable String agency, @Nullable Instant dueAt) {
        return onePart("Phan anh " + spoken(reference) + ": " + state
                + (dueAt == null ? "" : ", han tra loi " + DAY.format(dueAt))
                + (agency == null ? "" : ". " + agency));
    }

    static String confirmed(String reference) {
        return onePart("Da ghi nhan so nay. Tin ve phan anh " + spoken(reference)
                + " se duoc nhan vao so nay. Xem tinh hinh: soan TT " + spoken(reference));
    }

    /** Says nothing about whether the reference exists. */
    static String notYours() {
        return "Khong tim thay ma nay trong cac phan anh gui tu so cua ban. Hay xem lai ma, hoac tra cuu tren trang web.";
    }

    static String empty() {
        return "Tin nhan trong. Hay nhan noi dung ban muon phan anh: viec gi, o dau, co quan nao.";
    }

    static String onePart(String text) {
        var plain = Folding.withoutMarks(text).replaceAll("[^A-Za-z0-9 .,:;/()!?+%&'\"-]", " ");
        return plain.length() <= ONE_PART
                ? plain
                : plain.substring(0, ONE_PART - 3).stripTrailing() + "...";
    }

    private static String spoken(String reference) {
        return reference.substring(0, 5) + "-" + reference.substring(5);
    }
}
