package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import vn.congvu.gateway.access.SignIn.Door;

/** Lets a browser in: straight away, or half until the second factor. Each step is a new token. */
@Component
class Arrival {
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final SecondFactors factors;
    private final KnownBrowsers browsers;

    Arrival(SignIns signIns, SignInCookie cookie, SecondFactors factors, KnownBrowsers browsers) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.factors = factors;
        this.browsers = browsers;
    }

    /** @return where to go next: a page for the second factor, or {@code home} */
    String afterPassword(Account account, String home, HttpServletRequest request, HttpServletResponse response) {
        if (factors.has(account) || factors.isNeededBy(account)) {
            cookie.read(request).ifPresent(signIns::end);
            cookie.write(response, signIns.start(account, Door.HALF).token());
            return factors.has(account) ? "/staff/sign-in/code" : "/staff/sign-in/enrolment";
        }
        letIn(account, request, response);
        return home;
    }

    void letIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(signIns::end);
        cookie.write(response, signIns.start(account, Door.BROWSER).token());
        if (!browsers.knows(cookie.readMark(request), account.username())) {
            cookie.writeMark(response, browsers.mark(account.username()), KnownBrowsers.KEPT);
        }
    }
}
