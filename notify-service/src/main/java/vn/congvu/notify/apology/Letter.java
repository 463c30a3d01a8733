package vn.congvu.notify.apology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.site.Site;

/**
 * The parts of an apology letter, in the layout of NĐ 30/2020/NĐ-CP, appendix I. The public version: to whom it goes stands only as
 * the matter's reference.
 *
 * @param superior above the issuing agency; absent for the highest
 * @param note how the letter came about, where nobody signed by hand
 * @param corrections added after the publication
 */
record Letter(
        @Nullable String superior,
        String issuer,
        String number,
        String placeAndDate,
        String title,
        String subjectLine,
        String addressee,
        List<String> paragraphs,
        List<String> copies,
        String signer,
        @Nullable String note,
        List<String> corrections) {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String HIDDEN = "(nội dung đã được gỡ, xem đính chính)";
    private static final String END = "./.";

    static Letter of(Apology apology, ApologySettings settings, Site site) {
        var agency = apology.agency().name();
        var superior = settings.superior();
        return new Letter(
                superior.equalsIgnoreCase(agency) ? null : superior.toUpperCase(VIETNAMESE),
                agency.toUpperCase(VIETNAMESE),
                apology.number(),
                settings.place() + ", " + VietnameseDates.day(site.day(apology.publishedAt())),
                title(apology),
                subjectLine(apology),
                addressee(apology),
                ended(paragraphs(apology, site)),
                List.of("Như trên;", "Cấp trên trực tiếp (để báo cáo);", "Bảng công khai xin lỗi;", "Lưu: VT."),
                signer(apology),
                apology.cause() == ApologyCause.MISSED_DEADLINE
                        ? "(Văn bản do hệ thống tự động ban hành thay mặt cơ quan khi quá hạn)"
                        : null,
                apology.corrections().stream()
                        .map(correction -> "Đính chính ngày " + site.date(correction.at()) + " (" + correction.by()
                                + "): " + correction.text())
                        .toList());
    }

    private static String title(Apology apology) {
        return switch (apology.cause()) {
            case EXTENSION, RESCHEDULE -> "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT";
            case MISSED_DEADLINE, BY_HAND -> "THƯ XIN LỖI";
        };
    }

    private static String subjectLine(Apology apology) {
        var what = matter(apology);
        return switch (apology.cause()) {
            case MISSED_DEADLINE -> "Về việc chậm giải quyết " + what;
            case EXTENSION, RESCHEDULE -> "Về việc hẹn lại thời gian giải quyết " + what;
            case BY_HAND -> "Về " + what;
        };
    }

    private static String addressee(Apology apology) {
        return switch (apology.subject()) {
            case CASE -> "Ông/Bà (tổ chức) gửi phản ánh, kiến nghị có mã tra cứu " + shown(apology);
            case DOSSIER -> "Ông/Bà (tổ chức) nộp hồ sơ mã số " + shown(apology);
        };
    }

    private static List<String> paragraphs(Apology apology, Site site) {
        var text = new ArrayList<String>();
        text.add(received(apology, site));
        var reason = apology.shownReason();
        switch (apology.cause()) {
            case MISSED_DEADLINE -> {
                text.add("Đến nay đã hết thời hạn mà %s chưa %s.%s"
                        .formatted(
                                apology.agency().name(),
                                apology.subject() == Subject.CASE ? "trả lời Ông/Bà" : "trả kết quả cho Ông/Bà",
                                apology.repeated() ? " Đây là lần chậm trễ thứ " + apology.miss() + "." : ""));
                text.add("%s nhận trách nhiệm về sự chậm trễ này và chân thành xin lỗi Ông/Bà."
                        .formatted(apology.agency().name()));
                text.add(
                        "Việc chậm trễ đã được báo cáo lên cấp trên trực tiếp. %s sẽ giải quyết trong thời gian sớm nhất và công"
                                        .formatted(apology.agency().name())
                                + " khai kết quả tại bảng công khai xin lỗi.");
            }
            case EXTENSION, RESCHEDULE -> {
                text.add("Lý do chưa thể giải quyết đúng hạn: " + (reason == null ? HIDDEN : reason));
                text.add("%s chân thành xin lỗi Ông/Bà vì sự chậm trễ này."
                        .formatted(apology.agency().name()));
                var newDueAt = apology.newDueAt();
                if (newDueAt != null) {
                    text.add("%s đề nghị gia hạn và hẹn Ông/Bà %s vào lúc %s."
                            .formatted(
                                    apology.agency().name(),
                                    apology.subject() == Subject.CASE ? "nhận trả lời" : "nhận kết quả",
                                    VietnameseDates.moment(newDueAt, site.zone())));
                }
            }
            case BY_HAND -> {
                text.add("Nội dung: " + (reason == null ? HIDDEN : reason));
                text.add("%s nhận trách nhiệm và chân thành xin lỗi Ông/Bà."
                        .formatted(apology.agency().name()));
                var newDueAt = apology.newDueAt();
                if (newDueAt != null) {
                    text.add("Thời hạn giải quyết mới: " + VietnameseDates.moment(newDueAt, site.zone()) + ".");
                }
            }
        }
        text.add("Rất mong nhận được sự thông cảm của Ông/Bà");
        return text;
    }

    private static String received(Apology apology, Site site) {
        var text = new StringBuilder(apology.agency().name())
                .append(" giải quyết ")
                .append(matter(apology));
        var receivedAt = apology.receivedAt();
        if (receivedAt != null) {
            text.append(", tiếp nhận ").append(VietnameseDates.day(site.day(receivedAt)));
        }
        var dueAt = apology.dueAt();
        if (dueAt != null) {
            text.append(apology.subject() == Subject.CASE ? ", thời hạn trả lời là " : ", thời hạn trả kết quả là ")
                    .append(VietnameseDates.moment(dueAt, site.zone()));
        }
        return text.append('.').toString();
    }

    private static String matter(Apology apology) {
        return switch (apology.subject()) {
            case CASE -> "phản ánh, kiến nghị có mã tra cứu " + shown(apology);
            case DOSSIER ->
                "hồ sơ mã số " + shown(apology)
                        + (apology.procedure() == null ? "" : ", thủ tục “" + apology.procedure() + "”");
        };
    }

    private static String shown(Apology apology) {
        return Reference.parse(apology.reference()).map(Reference::spoken).orElse(apology.reference());
    }

    /** A document ends with "./." behind its last word. */
    private static List<String> ended(List<String> paragraphs) {
        var all = new ArrayList<>(paragraphs);
        all.set(all.size() - 1, all.getLast() + END);
        return List.copyOf(all);
    }

    /** "GIÁM ĐỐC" from "Giám đốc Sở Nội vụ": the agency stands in the head of the letter already. */
    private static String signer(Apology apology) {
        var title = apology.signer();
        var agency = apology.agency().name();
        var post = title.toLowerCase(VIETNAMESE).endsWith(agency.toLowerCase(VIETNAMESE))
                        && title.length() > agency.length()
                ? title.substring(0, title.length() - agency.length()).strip()
                : title;
        return post.toUpperCase(VIETNAMESE);
    }
}
