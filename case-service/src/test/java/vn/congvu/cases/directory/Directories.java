package vn.congvu.cases.directory;

/** Small directories by situation. */
public final class Directories {
    private static final String AGENCIES =
            "code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email\n";
    private static final String OFFICES = "agency,post,title,email,valid_from,valid_to,leave\n";
    private static final String COMMUNES = "code,name,agency,valid_from,valid_to,successors,former_names\n";
    private static final String FIELDS = "code,name,name_en,competent,agency,words\n";

    private Directories() {}

    /** OLD became NEW on 1 March 2025. */
    public static Directory beforeAndAfterAMerger() {
        return of("""
                TOP,UBND tỉnh,,PROVINCE,,,,,,
                OLD,Sở Giao thông,,DEPARTMENT,TOP,,2025-02-28,NEW,,
                NEW,Sở Xây dựng,,DEPARTMENT,TOP,2025-03-01,,,,
                """, """
                OLD,HEAD,Giám đốc Sở Giao thông,,,,
                NEW,HEAD,Giám đốc Sở Xây dựng,,2025-03-01,,
                """);
    }

    /** CENTRE and MIDDLE above it have no head, TOP has. */
    public static Directory withAVacantHead() {
        return of("""
                TOP,UBND tỉnh,,PROVINCE,,,,,,
                MIDDLE,Sở Y tế,,DEPARTMENT,TOP,,,,,
                CENTRE,Trung tâm Kiểm nghiệm,,CENTRE,MIDDLE,,,,,
                """, """
                TOP,CHAIR,Chủ tịch UBND tỉnh,,,,
                CENTRE,DEPUTY,Phó Giám đốc Trung tâm,,,,
                MIDDLE,HEAD,Giám đốc Sở Y tế,,,2026-01-31,
                """);
    }

    /** The head of SYT is on leave from 2 to 6 November 2026; an acting head was appointed for the last two days. */
    public static Directory withAHeadOnLeave() {
        return of("""
                SYT,Sở Y tế,,DEPARTMENT,,,,,,
                """, """
                SYT,HEAD,Giám đốc Sở Y tế,,,,2026-11-02/2026-11-06
                SYT,DEPUTY,Phó Giám đốc Sở Y tế,,,,2026-11-03/2026-11-03
                SYT,ACTING_HEAD,Quyền Giám đốc Sở Y tế,,2026-11-05,2026-11-06,
                """);
    }

    /** One commune with its People's Committee. */
    public static Directory ofCommune(String code, String name) {
        return Provinces.of(
                AGENCIES + "C" + code + ",\"UBND " + name + "\",,COMMUNE,,,,,,\n",
                OFFICES + "C" + code + ",HEAD,Chủ tịch,,,,\n",
                COMMUNES + code + ",\"" + name + "\",C" + code + ",,,,\n",
                FIELDS);
    }

    public static Directory of(String agencies, String offices) {
        return Provinces.of(AGENCIES + agencies, OFFICES + offices, COMMUNES, FIELDS);
    }
}
