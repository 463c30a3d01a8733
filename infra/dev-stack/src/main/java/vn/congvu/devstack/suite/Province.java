package vn.congvu.devstack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.play.Csv;

/** A province to try: its directory, and the demo accounts that follow from it. */
final class Province {
    private static final List<String> FILES =
            List.of("agencies.csv", "offices.csv", "communes.csv", "fields.csv", "office-hours.csv", "calendar.csv");
    /** Of the demo accounts, which exist nowhere else. */
    static final String PASSWORD = "cong-vu-demo-only";

    private final Path folder;
    private final List<Map<String, String>> agencies;

    private Province(Path folder) throws IOException {
        this.folder = folder;
        this.agencies = rows("agencies.csv");
    }

    /**
     * Copies the directory's files to where the services read them.
     *
     * @param from a folder with the files, or null for Tây Ninh, which is built in
     */
    static Province copied(@Nullable Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (var name : FILES) {
            try (var file = from == null
                    ? Province.class.getResourceAsStream("/provinces/tay-ninh/" + name)
                    : Files.exists(from.resolve(name)) ? Files.newInputStream(from.resolve(name)) : null) {
                if (file != null) {
                    Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return new Province(to);
    }

    Path folder() {
        return folder;
    }

    /** The calendar of days off, if the province brings one. */
    boolean hasCalendar() {
        return Files.exists(folder.resolve("calendar.csv"));
    }

    /** {@code Tây Ninh} for {@code UBND tỉnh Tây Ninh}. */
    String name(LocalDate today) {
        return agencies.stream()
                .filter(agency -> agency.getOrDefault("level", "").equals("PROVINCE") && isValid(agency, today))
                .findFirst()
                .map(agency ->
                        agency.getOrDefault("name", "").replaceFirst("^(UBND|Ủy ban nhân dân) (tỉnh|thành phố) ", ""))
                .orElse("");
    }

    /** Writes one account a role, and a head's and an officer's account for every agency of that day. */
    void writeAccounts(Path file, LocalDate today) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("username,password,roles,agency,title");
        var homeAffairs = agencies.stream()
                        .anyMatch(agency -> agency.getOrDefault("code", "").equals("SNV"))
                ? "SNV"
                : "";
        byRole().forEach((role, title) ->
                lines.add(Csv.line(role.toLowerCase(Locale.ROOT), PASSWORD, role, homeAffairs, title)));
        var heads = heads(today);
        for (var agency : agencies) {
            if (isValid(agency, today)) {
                var code = agency.getOrDefault("code", "");
                var name = agency.getOrDefault("name", "");
                var user = code.toLowerCase(Locale.ROOT);
                lines.add(Csv.line(
                        "head." + user,
                        PASSWORD,
                        "AGENCY_HEAD",
                        code,
                        heads.getOrDefault(code, "Người đứng đầu " + name)));
                lines.add(Csv.line("officer." + user, PASSWORD, "AGENCY_OFFICER", code, "Công chức " + name));
            }
        }
        Files.write(file, lines);
    }

    private static Map<String, String> byRole() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("OPERATOR", "Điện thoại viên đường dây nóng");
        titles.put("TRIAGE", "Chuyên viên phân loại");
        titles.put("MONITOR", "Chuyên viên theo dõi công vụ");
        titles.put("INSPECTOR", "Thanh tra viên");
        titles.put("CUSTODIAN", "Người giữ thông tin người phản ánh");
        titles.put("AUDITOR", "Kiểm toán viên hệ thống");
        titles.put("ADMIN", "Quản trị hệ thống");
        return titles;
    }

    private Map<String, String> heads(LocalDate today) throws IOException {
        var titles = new LinkedHashMap<String, String>();
        for (var office : rows("offices.csv")) {
            if (office.getOrDefault("post", "").equals("HEAD") && isValid(office, today)) {
                titles.putIfAbsent(office.getOrDefault("agency", ""), office.getOrDefault("title", ""));
            }
        }
        return titles;
    }

    private List<Map<String, String>> rows(String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var reader = Files.newBufferedReader(file)) {
            return Csv.read(reader);
        }
    }

    /** A row whose dates can't be read is taken as valid: the case-service says what is wrong with it. */
    private static boolean isValid(Map<String, String> row, LocalDate today) {
        try {
            var from = row.getOrDefault("valid_from", "");
            var to = row.getOrDefault("valid_to", "");
            return (from.isBlank() || !LocalDate.parse(from).isAfter(today))
                    && (to.isBlank() || !LocalDate.parse(to).isBefore(today));
        } catch (DateTimeException unreadable) {
            return true;
        }
    }
}
