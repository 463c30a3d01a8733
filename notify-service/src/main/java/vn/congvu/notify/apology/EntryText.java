package vn.congvu.notify.apology;

import java.util.ArrayList;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.notify.site.Site;

/** An entry in plain Vietnamese sentences, for feed readers. */
final class EntryText {
    private EntryText() {}

    static String title(Entry entry) {
        return "%s: %s xin lỗi về %s".formatted(entry.number(), entry.agency().name(), matter(entry));
    }

    static String text(Entry entry, Site site) {
        var lines = new ArrayList<String>();
        if (entry.field() != null) {
            lines.add("Lĩnh vực: " + entry.field());
        }
        if (entry.procedure() != null) {
            lines.add("Thủ tục: " + entry.procedure());
        }
        var dueAt = entry.dueAt();
        if (dueAt != null) {
            lines.add("Thời hạn: " + site.dateTime(dueAt));
        }
        if (entry.daysLate() != null) {
            lines.add("Chậm: " + entry.daysLate() + " ngày" + (entry.repeated() ? " (chậm lặp lại)" : ""));
        }
        if (entry.reason() != null) {
            lines.add("Lý do: " + entry.reason());
        }
        var newDueAt = entry.newDueAt();
        if (newDueAt != null) {
            lines.add("Hẹn lại: " + site.dateTime(newDueAt));
        }
        var ground = entry.ground();
        if (ground != null) {
            lines.add("Về: " + ground.vi());
        }
        lines.add("Người ký: " + entry.signer());
        var outcome = entry.outcome();
        if (outcome != null) {
            lines.add("Kết quả: " + outcome.text().vi());
        }
        entry.corrections()
                .forEach(
                        correction -> lines.add("Đính chính " + site.date(correction.at()) + ": " + correction.text()));
        lines.add("Mã xác minh: " + entry.verification().code());
        return String.join("\n", lines);
    }

    private static String matter(Entry entry) {
        return entry.subject() == Subject.CASE
                ? "phản ánh "
                        + Reference.parse(entry.reference())
                                .map(Reference::spoken)
                                .orElse(entry.reference())
                : "hồ sơ " + entry.reference();
    }
}
