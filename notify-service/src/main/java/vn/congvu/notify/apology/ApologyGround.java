package vn.congvu.notify.apology;

import vn.congvu.contracts.Bilingual;

/** For what an agency apologises of its own accord. */
enum ApologyGround {
    LOST_DOSSIER("làm thất lạc hồ sơ", "a lost dossier"),
    WRONG_DOSSIER("sai sót trong hồ sơ, kết quả", "a mistake in a dossier or its result"),
    WRONG_REFUSAL("từ chối tiếp nhận, giải quyết không đúng quy định", "a wrong refusal"),
    EXTRA_PAPERS("yêu cầu giấy tờ ngoài quy định", "papers demanded beyond the rules"),
    BAD_CONDUCT("hành vi, thái độ chưa đúng mực của công chức, viên chức", "bad conduct of an official"),
    OTHER("thiếu sót trong giải quyết công việc", "a failing in handling a matter");

    private final Bilingual words;

    ApologyGround(String vi, String en) {
        this.words = new Bilingual(vi, en);
    }

    /** As a letter names it, in the middle of a sentence. */
    Bilingual words() {
        return words;
    }
}
