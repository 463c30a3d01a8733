package vn.congvu.devstack.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How the provider behaves towards the suite's own calls. What phones send still reaches the suite. */
enum ProviderMode {
    OK("chạy tốt", "answers at once"),
    /** The nasty one: the message is sent, but the answer comes after most callers have given up. */
    SLOW("chậm", "sends the message, answers late"),
    ERROR("báo lỗi", "answers 503, sends nothing"),
    DOWN("mất kết nối", "closes the connection, sends nothing");

    static final Duration DEFAULT_DELAY = Duration.ofSeconds(20);

    final String vietnamese;
    final String english;

    ProviderMode(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProviderMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("Chế độ không có. The modes are ok, slow, error and down."));
    }
}
