package vn.congvu.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** One account for each role, named after it, as the dev stack has them. */
public final class TestAccounts {
    public static final String PASSWORD = "a sentence only for tests";

    private static final List<String> ROWS = List.of(
            "username,password,roles,agency,title",
            row("operator", "OPERATOR", "SNV", "Trực đường dây nóng"),
            row("triage", "TRIAGE", "SNV", "Chuyên viên phân loại"),
            row("monitor", "MONITOR", "SNV", "Giám đốc Sở Nội vụ"),
            row("inspector", "INSPECTOR", "SNV", "Tổ kiểm tra công vụ"),
            row("custodian", "CUSTODIAN", "", "Bộ phận giữ danh tính"),
            row("auditor", "AUDITOR", "", "Thanh tra tỉnh"),
            row("admin", "ADMIN", "", "Quản trị hệ thống"),
            row("head.sxd", "AGENCY_HEAD", "SXD", "\"Giám đốc Sở Xây dựng, kiêm nhiệm\""),
            row("officer.sxd", "AGENCY_OFFICER", "SXD", "Chuyên viên Sở Xây dựng"));

    private TestAccounts() {}

    private static String row(String username, String role, String agency, String title) {
        return String.join(",", username, PASSWORD, role, agency, title);
    }

    static String file() {
        try {
            var file = Files.createTempFile("accounts", ".csv");
            file.toFile().deleteOnExit();
            Files.write(file, ROWS);
            return file.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
