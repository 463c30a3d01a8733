package vn.congvu.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The words somebody wrote into a form that could not be taken: given back on whatever page explains it. */
public final class Kept {
    /** Never shown again, or not written by anybody. */
    private static final Set<String> NOT_WORDS =
            Set.of("_csrf", "version", "password", "username", "next", "key", "accessCode");
    /** Shorter values are choices, which are quickly made again. */
    private static final int WORDS_FROM = 20;

    private Kept() {}

    public static List<String> words(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !NOT_WORDS.contains(entry.getKey()))
                .flatMap(entry -> Arrays.stream(entry.getValue()))
                .filter(value -> value.length() >= WORDS_FROM)
                .toList();
    }
}
