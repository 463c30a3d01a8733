package vn.congvu.devstack.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.Gateway;

/** Dossiers that the one-stop counter has promised: finished early, in time, rescheduled with an apology, forgotten. */
final class DemoDossiers {
    private static final List<Promise> PROMISES = List.of(
            new Promise(
                    "H80.15-261005-0007",
                    "Cấp đổi giấy chứng nhận quyền sử dụng đất",
                    "dat-dai",
                    "C25708",
                    40,
                    -10,
                    false),
            new Promise("H80.06-261102-0011", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "xay-dung", "SXD", 15, 7, true),
            new Promise("H80.09-261104-0003", "Cấp phiếu lý lịch tư pháp số 1", "ly-lich-tu-phap", "STP", 12, 3, true),
            new Promise(
                    "H80.02-261110-0042", "Đăng ký thành lập doanh nghiệp", "dang-ky-kinh-doanh", "STC", 2, 5, false),
            new Promise("H80.15-261112-0009", "Xác nhận hộ nghèo", "bao-tro-xa-hoi", "C27757", 5, 9, true),
            new Promise("H80.07-261115-0020", "Cấp giấy phép bán lẻ rượu", "cong-thuong", "SCT", 4, 12, false));

    private DemoDossiers() {}

    /**
     * @param receivedAgo days before the demo begins
     * @param dueIn days after it begins
     * @param finishes whether it is done a day before it is due
     */
    private record Promise(
            String code, String procedure, String field, String agency, int receivedAgo, int dueIn, boolean finishes) {
        Map<String, Object> row(LocalDate today) {
            var row = new LinkedHashMap<String, Object>();
            row.put("code", code);
            row.put("procedure", procedure);
            row.put("field", field);
            row.put("agencyCode", agency);
            row.put("receivedAt", today.minusDays(receivedAgo) + "T09:00:00+07:00");
            row.put("dueOn", today.plusDays(dueIn).toString());
            row.put("state", "received");
            row.put("online", dueIn % 2 == 1);
            row.put("applicant", Map.of("name", "Người nộp hồ sơ thử", "phone", "09000010" + (50 + dueIn)));
            return row;
        }
    }

    static void promise(Gateway gateway, LocalDate today, PrintStream out) {
        var told = gateway.promise(PROMISES.stream().map(p -> p.row(today)).toList());
        if (!told.path("rejected").isEmpty()) {
            throw new Door.Unexpected("dossiers were rejected: " + told.path("rejected"));
        }
        out.printf("%d dossiers are promised by a date%n", PROMISES.size());
    }

    /** Those that end in time, on the day before they are due. */
    static void finish(Gateway gateway, LocalDate begun, LocalDate today) {
        var finished = new ArrayList<Map<String, Object>>();
        for (var promise : PROMISES) {
            if (promise.finishes() && begun.plusDays(promise.dueIn() - 1).equals(today)) {
                var row = promise.row(begun);
                row.put("state", "finished");
                row.put("finishedAt", today + "T08:00:00+07:00");
                finished.add(row);
            }
        }
        if (!finished.isEmpty()) {
            gateway.promise(finished);
        }
    }
}
