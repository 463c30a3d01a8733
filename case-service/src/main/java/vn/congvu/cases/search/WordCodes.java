package vn.congvu.cases.search;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.congvu.platform.sealing.Sealer;

/**
 * The words of a report as the database has them: keyed codes, of each word and of its beginnings, so that a copy of the database does
 * not say what was written, not even the name that somebody put under it. Whoever has the key can still look for a word.
 */
@Component
public class WordCodes {
    private static final String WHOLE = "=";
    private static final String BEGINNING = "^";
    /** In characters; one alone would find nearly everything. */
    private static final int SHORTEST_BEGINNING = 2;

    private static final int LONGEST_BEGINNING = 6;
    /** 48 bits: two words share a code once in many millions. */
    private static final int LENGTH = 8;

    private final SecretKey key;
    private final Set<String> everywhere;

    WordCodes(Sealer sealer) {
        this.key = sealer.keyFor("words of cases");
        this.everywhere = WordLikeness.EVERYWHERE.stream().map(this::whole).collect(Collectors.toUnmodifiableSet());
    }

    /** @param words as {@link SearchWords} gives them */
    public List<String> of(Collection<String> words) {
        var codes = new LinkedHashSet<String>();
        for (var word : words) {
            codes.add(whole(word));
            int last = Math.min(LONGEST_BEGINNING, word.codePointCount(0, word.length()) - 1);
            for (int length = SHORTEST_BEGINNING; length <= last; length++) {
                codes.add(beginning(word.substring(0, word.offsetByCodePoints(0, length))));
            }
        }
        return List.copyOf(codes);
    }

    /** Whether something is kept as a code already. */
    public static boolean isCode(String kept) {
        return kept.startsWith(WHOLE) || kept.startsWith(BEGINNING);
    }

    /** Each word that is typed is one of the item, or two to six letters with which one begins. */
    public List<Criteria> asked(String field, @Nullable String typed) {
        var criteria = new ArrayList<Criteria>();
        if (typed != null && !typed.isBlank()) {
            var words = SearchWords.asked(typed);
            words.forEach(word -> criteria.add(where(field).in(whole(word), beginning(word))));
            if (words.isEmpty()) {
                // only signs were typed, which are in no word
                criteria.add(where("_id").in(List.of()));
            }
        }
        return criteria;
    }

    /** As {@link WordLikeness}, of texts whose codes these are. */
    public double likeness(Collection<String> codes, Collection<String> others) {
        return WordLikeness.of(wholeOnes(codes), wholeOnes(others), everywhere);
    }

    private static List<String> wholeOnes(Collection<String> codes) {
        return codes.stream().filter(code -> code.startsWith(WHOLE)).toList();
    }

    private String whole(String word) {
        return WHOLE + code(word);
    }

    private String beginning(String letters) {
        return BEGINNING + code(letters);
    }

    private String code(String word) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Base64.getUrlEncoder()
                    .encodeToString(mac.doFinal(word.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LENGTH);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + key.getAlgorithm(), missing);
        }
    }
}
