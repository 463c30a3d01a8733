package vn.congvu.notify.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what authority a letter is signed (NĐ 30/2020/NĐ-CP, appendix I, part II, 7): TM. for a committee, KT. for a deputy, TL. for the
 * chief of its office, Q. for who acts.
 *
 * @param authority lines in capitals, the last one is the post
 * @param signed what stands where a hand would sign
 * @param name without titles; absent where the agency speaks by itself
 */
public record SignatureBlock(
        List<String> authority, String signed, @Nullable String name) {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String DEPUTY = "phó ";
    private static final List<String> POSTS = List.of(
                    "Chủ tịch",
                    "Giám đốc",
                    "Tổng Giám đốc",
                    "Chánh Văn phòng",
                    "Chánh Thanh tra",
                    "Trưởng ban",
                    "Trưởng phòng",
                    "Cục trưởng",
                    "Chi cục trưởng",
                    "Viện trưởng",
                    "Hiệu trưởng",
                    "Người đứng đầu",
                    "Người phụ trách")
            .stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    /** @param title of the office, such as "Phó Giám đốc Sở Nội vụ": the agency stands in the head of the letter already */
    public static SignatureBlock of(String title, String agency, String signed, @Nullable String name) {
        return new SignatureBlock(authority(title.strip(), agency), signed, name);
    }

    private static List<String> authority(String title, String agency) {
        var lower = title.toLowerCase(VIETNAMESE);
        boolean acting = lower.startsWith("quyền ") || lower.startsWith("q. ");
        var unranked = acting ? title.substring(title.indexOf(' ') + 1).strip() : title;
        boolean deputy = unranked.toLowerCase(VIETNAMESE).startsWith(DEPUTY);
        var ranked = deputy ? unranked.substring(DEPUTY.length()).strip() : unranked;
        var post = post(ranked, agency).toUpperCase(VIETNAMESE);
        boolean committee = IssuingBody.isCommittee(agency);
        var lines = new ArrayList<String>();
        if (committee && post.equals("CHÁNH VĂN PHÒNG")) {
            lines.add("TL. CHỦ TỊCH");
        } else if (committee) {
            lines.add("TM. ỦY BAN NHÂN DÂN");
        }
        if (deputy) {
            lines.add("KT. " + post);
        }
        lines.add((acting ? "Q. " : "") + (deputy ? "PHÓ " : "") + post);
        return List.copyOf(lines);
    }

    private static String post(String title, String agency) {
        var lower = title.toLowerCase(VIETNAMESE);
        return POSTS.stream()
                .filter(post -> lower.equals(post.toLowerCase(VIETNAMESE))
                        || lower.startsWith(post.toLowerCase(VIETNAMESE) + " "))
                .findFirst()
                .orElseGet(() -> withoutAgency(title, agency));
    }

    private static String withoutAgency(String title, String agency) {
        return title.length() > agency.length()
                        && title.toLowerCase(VIETNAMESE).endsWith(agency.toLowerCase(VIETNAMESE))
                ? title.substring(0, title.length() - agency.length()).strip()
                : title;
    }
}
