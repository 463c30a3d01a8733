package vn.congvu.notify.apology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.letter.IssuingBody;
import vn.congvu.notify.letter.Letter;
import vn.congvu.notify.letter.SignatureBlock;
import vn.congvu.notify.letter.VietnameseDates;
import vn.congvu.notify.site.Site;

/** Writes the letter of an apology: the public copy, the copy for the person, or a draft nobody has sent. */
@Component
class LetterWriter {
    private static final String HIDDEN = "(nội dung đã được gỡ, xem đính chính)";

    private final ApologySettings settings;
    private final Site site;

    LetterWriter(ApologySettings settings, Site site) {
        this.settings = settings;
        this.site = site;
    }

    /** Whom a sealed copy is for. Never stored, never logged, on no public copy. */
    record Recipient(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {
        @Override
        public String toString() {
            return "Recipient";
        }
    }

    Letter publicCopy(Apology apology) {
        return write(apology, null, null);
    }

    Letter sealedCopy(Apology apology, Recipient recipient) {
        return write(apology, recipient, null);
    }

    /** As it would go out now: without number and code. */
    Letter draft(Draft draft, Instant now) {
        var blank = Apology.publish(draft, "……/PXL-" + draft.agency().code(), "", now);
        return write(blank, null, "BẢN XEM TRƯỚC, CHƯA BAN HÀNH");
    }

    private Letter write(Apology apology, @Nullable Recipient recipient, @Nullable String draft) {
        var agency = apology.agency().name();
        var issuer = IssuingBody.of(
                agency, Objects.requireNonNullElseGet(apology.superior(), settings::superior), settings.place());
        return new Letter(
                issuer,
                apology.number(),
                issuer.place() + ", " + VietnameseDates.day(site.day(apology.publishedAt())),
                title(apology),
                subjectLine(apology),
                addressee(apology, recipient),
                reach(recipient),
                Letter.ended(paragraphs(apology)),
                copies(issuer),
                SignatureBlock.of(apology.signer(), agency, draft == null ? signed(apology) : "", name(apology)),
                apology.corrections().stream()
                        .map(correction -> "Ngày " + site.date(correction.at()) + " (" + correction.by() + "): "
                                + correction.text())
                        .toList(),
                draft == null
                        ? new Letter.Check(
                                VerificationCode.spoken(apology.verification()),
                                site.verificationPage(),
                                site.verification(VerificationCode.spoken(apology.verification())))
                        : null,
                draft);
    }

    private static String title(Apology apology) {
        return switch (apology.cause()) {
            case EXTENSION, RESCHEDULE -> "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT";
            case MISSED_DEADLINE, BY_HAND -> "THƯ XIN LỖI";
        };
    }

    private static String subjectLine(Apology apology) {
        var what =
                switch (apology.subject()) {
                    case CASE -> "phản ánh, kiến nghị có mã tra cứu " + shown(apology);
                    case DOSSIER -> "hồ sơ mã số " + shown(apology);
                };
        return switch (apology.cause()) {
            case MISSED_DEADLINE -> "Về việc chậm giải quyết " + what;
            case EXTENSION, RESCHEDULE -> "Về việc hẹn lại thời gian giải quyết " + what;
            case BY_HAND -> "Về việc " + ground(apology).words().vi();
        };
    }

    private static String addressee(Apology apology, @Nullable Recipient recipient) {
        var name = recipient == null ? null : recipient.name();
        var who = name == null ? "Ông/Bà (tổ chức)" : "Ông/Bà (tổ chức) " + name + ",";
        return switch (apology.subject()) {
            case CASE -> who + " gửi phản ánh, kiến nghị có mã tra cứu " + shown(apology);
            case DOSSIER -> who + " nộp hồ sơ mã số " + shown(apology);
        };
    }

    private static List<String> reach(@Nullable Recipient recipient) {
        return recipient == null
                ? List.of()
                : Stream.of(
                                Optional.ofNullable(recipient.phone()).map(phone -> "Điện thoại: " + phone),
                                Optional.ofNullable(recipient.email()).map(email -> "E-mail: " + email))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static List<String> copies(IssuingBody issuer) {
        var superior = issuer.superior();
        return List.of(
                "Như trên;",
                superior == null ? "UBND tỉnh (để báo cáo);" : "Cấp trên trực tiếp (để báo cáo);",
                "Bảng công khai xin lỗi;",
                "Lưu: VT.");
    }

    private List<String> paragraphs(Apology apology) {
        var text = new ArrayList<String>();
        var agency = apology.agency().name();
        var reason = apology.reason() == null
                ? null
                : Objects.requireNonNullElse(apology.shownReason(), HIDDEN).replaceAll("[.;,\\s]+$", "");
        text.add(received(apology));
        switch (apology.cause()) {
            case MISSED_DEADLINE -> {
                text.add("Tuy nhiên, đến hết thời hạn nêu trên, %s chưa %s.%s"
                        .formatted(
                                agency,
                                apology.subject() == Subject.CASE ? "trả lời Ông/Bà" : "trả kết quả cho Ông/Bà",
                                apology.repeated() ? " Đây là lần chậm trễ thứ " + apology.miss() + "." : ""));
                if (reason != null) {
                    text.add("Lý do: " + reason + ".");
                }
                text.add("Sự chậm trễ này đã gây phiền hà, ảnh hưởng đến công việc của Ông/Bà. "
                        + "%s nhận trách nhiệm và chân thành xin lỗi Ông/Bà.".formatted(agency));
                text.add(
                        ("Việc chậm trễ đã được báo cáo lên cấp trên trực tiếp. %s sẽ giải quyết trong thời gian sớm nhất"
                                        + " và công khai kết quả tại bảng công khai xin lỗi.")
                                .formatted(agency));
            }
            case EXTENSION, RESCHEDULE -> {
                text.add("Do chưa thể %s đúng thời hạn nêu trên, %s chân thành xin lỗi Ông/Bà vì sự chậm trễ này."
                        .formatted(apology.subject() == Subject.CASE ? "trả lời" : "trả kết quả", agency));
                if (reason != null) {
                    text.add("Lý do: " + reason + ".");
                }
                newDate(
                                apology,
                                "%s đề nghị gia hạn thời gian giải quyết và hẹn %s cho Ông/Bà vào lúc "
                                        .formatted(
                                                agency, apology.subject() == Subject.CASE ? "trả lời" : "trả kết quả"))
                        .ifPresent(text::add);
            }
            case BY_HAND -> {
                text.add("Trong quá trình giải quyết, %s đã có thiếu sót: %s."
                        .formatted(agency, ground(apology).words().vi()));
                if (reason != null) {
                    text.add("Cụ thể: " + reason + ".");
                }
                text.add(
                        "%s nhận trách nhiệm về thiếu sót này, chân thành xin lỗi Ông/Bà và sẽ chấn chỉnh để không lặp lại."
                                .formatted(agency));
                newDate(apology, "Thời hạn giải quyết mới: ").ifPresent(text::add);
            }
        }
        text.add("Rất mong nhận được sự thông cảm của Ông/Bà");
        return text;
    }

    private Optional<String> newDate(Apology apology, String before) {
        return Optional.ofNullable(apology.newDueAt())
                .map(date -> before + VietnameseDates.moment(date, site.zone()) + ".");
    }

    private String received(Apology apology) {
        var text = new StringBuilder();
        var receivedAt = apology.receivedAt();
        if (receivedAt != null) {
            text.append(VietnameseDates.capital(VietnameseDates.day(site.day(receivedAt))))
                    .append(", ");
        }
        text.append(apology.agency().name())
                .append(receivedAt == null ? " giải quyết " : " tiếp nhận, giải quyết ")
                .append(matter(apology))
                .append(" của Ông/Bà");
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

    private static ApologyGround ground(Apology apology) {
        return Objects.requireNonNullElse(apology.ground(), ApologyGround.OTHER);
    }

    private static @Nullable String name(Apology apology) {
        var signed = apology.signed();
        return signed == null ? null : signed.name();
    }

    private String signed(Apology apology) {
        var signed = apology.signed();
        return signed == null
                ? apology.cause() == ApologyCause.MISSED_DEADLINE
                        ? "(Ban hành tự động thay mặt cơ quan khi quá hạn)"
                        : ""
                : "(Đã ký xác nhận lúc " + site.dateTime(signed.at()) + ")";
    }
}
