package vn.congvu.gateway.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Vietnamese, until somebody chooses English; the choice is kept in a cookie. Reads the query only: looking for a parameter
 * would consume the body of a request that is passed on. Programs choose by {@code Accept-Language}.
 */
final class Languages implements LocaleResolver, HandlerInterceptor {
    static final String PARAMETER = "lang";
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String COOKIE = "cong-vu-lang";
    private static final Duration KEPT = Duration.ofDays(365);

    private final boolean secure;

    Languages(boolean secure) {
        this.secure = secure;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> kept(request))
                .or(() -> request.getRequestURI().startsWith("/api/") ? preferred(request) : Optional.empty())
                .orElse(VIETNAMESE);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by the query parameter " + PARAMETER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        chosen(request)
                .ifPresent(locale -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, locale.getLanguage())
                                .path("/")
                                .maxAge(KEPT)
                                .sameSite("Lax")
                                .httpOnly(true)
                                .secure(secure)
                                .build()
                                .toString()));
        return true;
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || !query.contains(PARAMETER + "=")
                ? Optional.empty()
                : known(UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst(PARAMETER));
    }

    private static Optional<Locale> kept(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(Languages::known);
    }

    private static Optional<Locale> preferred(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return header == null
                    ? Optional.empty()
                    : known(Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("vi", "en")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> known(@Nullable String language) {
        return "vi".equals(language) || "en".equals(language)
                ? Optional.of(Locale.forLanguageTag(language))
                : Optional.empty();
    }
}
