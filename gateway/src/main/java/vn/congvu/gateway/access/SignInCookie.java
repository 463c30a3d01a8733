package vn.congvu.gateway.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The browser's half of a sign-in. Over https it is bound to this very host ({@code __Host-}). */
final class SignInCookie {
    private final boolean secure;

    SignInCookie(boolean secure) {
        this.secure = secure;
    }

    String name() {
        return secure ? "__Host-cong-vu" : "cong-vu";
    }

    String csrfName() {
        return secure ? "__Host-cong-vu-form" : "cong-vu-form";
    }

    boolean secure() {
        return secure;
    }

    Optional<String> read(HttpServletRequest request) {
        return read(request, name());
    }

    /** The mark of a browser that signed in before, or nothing. */
    String readMark(HttpServletRequest request) {
        return read(request, markName()).orElse("");
    }

    void writeMark(HttpServletResponse response, String mark, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(markName(), mark).maxAge(kept).build().toString());
    }

    /** What was asked of the identity provider, sealed; its answer comes from another site, which Lax lets through. */
    Optional<String> readOidc(HttpServletRequest request) {
        return read(request, oidcName());
    }

    /** Nothing takes it away. */
    void writeOidc(HttpServletResponse response, String sealed) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(oidcName(), sealed)
                        .maxAge(sealed.isEmpty() ? Duration.ZERO : Duration.ofMinutes(10))
                        .build()
                        .toString());
    }

    private String oidcName() {
        return secure ? "__Host-cong-vu-oidc" : "cong-vu-oidc";
    }

    private String markName() {
        return secure ? "__Host-cong-vu-known" : "cong-vu-known";
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** A new CSRF token goes with it. */
    void write(HttpServletResponse response, String token) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(name(), token).build().toString());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(csrfName(), "").maxAge(Duration.ZERO).build().toString());
    }

    void clear(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(name(), "").maxAge(Duration.ZERO).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }
}
