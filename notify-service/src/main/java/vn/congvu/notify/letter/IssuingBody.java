package vn.congvu.notify.letter;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who issues a letter, as its left head names it (NĐ 30/2020/NĐ-CP, appendix I, part II, 2 and 4): a people's committee stands alone
 * and in two lines, any other body below its superior. A commune dates from its own name, everybody else from the province.
 *
 * @param superior in capitals; absent for people's committees and for the highest body
 * @param lines in capitals
 * @param place before the date
 */
public record IssuingBody(@Nullable String superior, List<String> lines, String place) {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Pattern COMMITTEE = Pattern.compile("(?iu)^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\\s+(.+)$");
    private static final Pattern COMMUNE = Pattern.compile("(?iu)^(xã|phường|đặc khu|thị trấn)\\s+(.+)$");

    /**
     * @param agency its full name
     * @param superior of agencies that are no people's committee
     * @param province the place of everybody but communes
     */
    public static IssuingBody of(String agency, String superior, String province) {
        var committee = COMMITTEE.matcher(agency.strip());
        if (!committee.matches()) {
            return new IssuingBody(
                    superior.equalsIgnoreCase(agency)
                            ? null
                            : abbreviated(superior).toUpperCase(VIETNAMESE),
                    List.of(agency.toUpperCase(VIETNAMESE)),
                    province);
        }
        var unit = committee.group(1);
        var commune = COMMUNE.matcher(unit);
        return new IssuingBody(
                null,
                List.of("ỦY BAN NHÂN DÂN", unit.toUpperCase(VIETNAMESE)),
                commune.matches() ? place(unit, commune.group(2)) : province);
    }

    /** The superior may be shortened where the abbreviation is common (the same place, 2b). */
    private static String abbreviated(String superior) {
        var committee = COMMITTEE.matcher(superior.strip());
        return committee.matches() ? "UBND " + committee.group(1) : superior;
    }

    static boolean isCommittee(String agency) {
        return COMMITTEE.matcher(agency.strip()).matches();
    }

    /** A unit that is called by a number keeps its kind: "Phường 6". */
    private static String place(String unit, String name) {
        return name.matches("\\d+") ? unit.substring(0, 1).toUpperCase(VIETNAMESE) + unit.substring(1) : name;
    }
}
