package vn.congvu.contracts;

/**
 * What was done about it, to a person or a collective: rút kinh nghiệm, nhắc nhở, phê bình, khiển trách, cảnh cáo,
 * điều chuyển công tác, đình chỉ công tác, kỷ luật, xin lỗi, khen thưởng.
 */
public enum Measure {
    LESSON_DRAWN,
    REMINDER,
    CRITICISM,
    REPRIMAND,
    WARNING,
    TRANSFER,
    SUSPENSION,
    DISCIPLINE,
    APOLOGY,
    COMMENDATION
}
