package vn.congvu.gateway.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the services say of the rules they follow. */
public final class RuleSamples {
    private RuleSamples() {}

    public static String year() {
        return """
                {"version": 8, "days": [
                  {"date": "2026-05-01", "kind": "off", "name": "Quốc tế Lao động", "basis": "BLLĐ 2019"},
                  {"date": "2026-08-22", "kind": "work", "name": "Làm bù", "basis": "TB 1/TB-BNV"},
                  {"date": "2026-09-02", "kind": "off", "name": "Quốc khánh"}]}""";
    }

    public static String changes() {
        return """
                [{"version": 8, "at": "2026-02-01T02:00:00Z", "by": "admin",
                  "days": [{"date": "2026-05-01", "kind": "OFF", "name": "Quốc tế Lao động"}], "hours": []},
                 {"version": 7, "at": "2026-01-01T02:00:00Z", "by": "admin", "days": [], "hours": [{}]}]""";
    }

    public static String effects() {
        return """
                {"cases": {"open": 40, "moved": 2, "moves": [{"reference": "7K3F9QXM2D", "clock": "RESOLVE",
                   "dueAt": "2026-03-13T10:00:00Z", "newDueAt": "2026-03-16T10:00:00Z"}]},
                 "dossiers": {"open": 5000, "looked": 1200, "complete": false, "moved": 0, "moves": []}}""";
    }

    public static String policies() {
        return """
                [{"id": "SLA-2", "inForce": true, "createdAt": "2026-02-01T02:00:00Z", "createdBy": "admin",
                  "name": {"vi": "Quy định tỉnh", "en": "Of the province"}, "effectiveFrom": "2026-02-01T02:00:00Z",
                  "appliesToOpenCases": false,
                  "limits": [{"clock": "RESOLVE", "kinds": [], "severity": "HIGH", "limit": {"workingDays": 10}},
                             {"clock": "ACCEPT", "kinds": ["CONDUCT"], "limit": {"workingTime": "PT2H30M"}}],
                  "warningPercents": [50, 80, 100], "maxPause": {"calendarDays": 10, "endsOnWorkingDay": true},
                  "maxPauses": 2, "maxExtensions": 1, "ladder": [{"rung": "SUPERIOR", "after": {"workingDays": 2}}],
                  "dossiers": {"warnWorkingDaysBefore": 2, "apologyDaysBefore": 1, "maxReschedules": 1,
                               "lastReceipt": "15:00"}}]""";
    }

    public static Map<String, String> typedPolicy(String resolve, String step) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("base", "SLA-2");
        typed.put("nameVi", "Quy định mới");
        typed.put("nameEn", "The new one");
        typed.put("from", "2026-07-01T07:30");
        typed.put("limits[0].amount", resolve);
        typed.put("limits[0].unit", "days");
        typed.put("limits[1].amount", "2,5");
        typed.put("limits[1].unit", "hours");
        typed.put("warnings", "50, 80");
        typed.put("maxPause.amount", "10");
        typed.put("maxPause.unit", "calendar");
        typed.put("maxPauses", "2");
        typed.put("maxExtensions", "1");
        typed.put("ladder[0].amount", "2");
        typed.put("ladder[0].unit", "days");
        typed.put("warnBefore", "2");
        typed.put("apologyBefore", "1");
        typed.put("maxReschedules", "1");
        typed.put("lastReceipt", "15:00");
        typed.put("step", step);
        return typed;
    }

    public static String template() {
        return """
                {"key": "case-assigned", "audience": "CITIZEN", "variables": ["reference", "agency"],
                 "vi": {"sms": "Phản ánh {{reference}}", "subject": "Đã đến", "email": "Kính gửi"},
                 "en": {"sms": "Report {{reference}}", "subject": "Arrived", "email": "Dear"},
                 "version": 3, "changedBy": "admin", "changedAt": "2026-02-01T02:00:00Z"}""";
    }

    public static String previews() {
        var one = """
                {"sms": {"text": "Chào 7K3F9", "length": {"encoding": "UCS_2", "units": 88, "parts": 2}, "price": 700},
                 "subject": "Đã đến", "email": "Kính gửi"}""";
        return "{\"vi\": " + one + ", \"en\": " + one + "}";
    }

    public static String agencies() {
        return """
                [{"code": "SXD", "name": "Sở Xây dựng", "level": "DEPARTMENT", "superior": {"code": "UBND", "name": "UBND tỉnh"},
                  "head": "Giám đốc Sở Xây dựng"},
                 {"code": "SYT", "name": "Sở Y tế", "level": "DEPARTMENT", "answeredBy": {"code": "UBND", "name": "UBND tỉnh"}}]""";
    }

    public static String agency() {
        return """
                {"code": "SXD", "version": 4, "periods": [{"code": "SXD", "name": "Sở Xây dựng", "level": "DEPARTMENT",
                  "superior": "UBND", "validFrom": "2025-07-01", "successors": [], "formerNames": ["Sở Giao thông"]}],
                 "history": []}""";
    }

    public static String offices() {
        return """
                {"agency": "SXD", "version": 4, "offices": [{"agency": "SXD", "post": "HEAD", "title": "Giám đốc Sở Xây dựng",
                  "leave": [{"from": "2026-02-09", "to": "2026-02-13"}]}],
                 "history": [{"at": "2026-02-01T02:00:00Z", "by": "admin", "before": [], "after": []}],
                 "effect": {"asOf": "2026-03-02", "names": [], "cases": {"open": 90000, "looked": 12500, "moved": 3, "complete": false, "moves": []}}}""";
    }
}
