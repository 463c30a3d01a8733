package vn.congvu.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.congvu.platform.sealing.Sealer;

class WordCodesTests {
    private final WordCodes codes = new WordCodes(new Sealer(new byte[32]));

    @Test
    void noWordCanBeReadInItsCodes() {
        var kept = codes.of(SearchWords.of(List.of(), List.of("Tôi tên là Nguyễn Thị Hoàng Yến")));

        assertThat(kept).allMatch(WordCodes::isCode).noneMatch(code -> code.contains("nguyen") || code.contains("yen"));
        assertThat(codes.of(List.of("nguyen"))).isSubsetOf(kept);
    }

    @Test
    void anotherKeyGivesOtherCodes() {
        var key = new byte[32];
        key[0] = 1;

        assertThat(new WordCodes(new Sealer(key)).of(List.of("nguyen")))
                .doesNotContainAnyElementsOf(codes.of(List.of("nguyen")));
    }

    @Test
    void aWordIsFoundWholeAndByTwoToSixOfItsFirstLetters() {
        var kept = Set.copyOf(codes.of(SearchWords.of(List.of("7K3F9QXM2E"), List.of("Công chức hách dịch ở phường"))));

        for (var typed : List.of("phuong", "phuon", "ph", "PHƯỜNG", "hach", "o", "7K3F9", "7k3f9qxm2e", "cong chuc")) {
            assertThat(isFound(kept, typed)).as(typed).isTrue();
        }
        for (var typed : List.of("p", "huong", "phuongx", "cong an", "!")) {
            assertThat(isFound(kept, typed)).as(typed).isFalse();
        }
    }

    @Test
    void codesAreAsLikeAsTheirWords() {
        var once = SearchWords.of(
                List.of(), List.of("Chị ở quầy hộ tịch mắng mẹ tôi già cả mà không biết điền tờ khai sinh"));
        var again =
                SearchWords.of(List.of(), List.of("Mẹ tôi bị chị quầy hộ tịch mắng vì điền sai tờ khai sinh cho cháu"));

        assertThat(codes.likeness(codes.of(once), codes.of(again))).isEqualTo(WordLikeness.of(once, again));
    }

    private boolean isFound(Set<String> kept, String typed) {
        return codes.asked("words", typed).stream()
                .map(criteria -> criteria.getCriteriaObject())
                .allMatch(asked -> asked.containsKey("words")
                        && asked.get("words", Document.class).getList("$in", Object.class).stream()
                                .map(String::valueOf)
                                .collect(Collectors.toSet())
                                .stream()
                                .anyMatch(kept::contains));
    }
}
