package vn.congvu.gateway.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends people who must sign in first to the form and back, and never throws away what they had typed. */
@Component
class PageRefusals {
    void signInNeeded(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws ServletException, IOException {
        if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            var address = UriComponentsBuilder.fromPath("/staff/sign-in")
                    .queryParam("next", "{next}")
                    .encode()
                    .buildAndExpand(pathAndQuery(request))
                    .toUriString();
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, address);
        } else {
            request.getRequestDispatcher(SignInPage.INTERRUPTED).forward(request, response);
        }
    }

    void notAllowed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws ServletException, IOException {
        if (why instanceof CsrfException) {
            request.getRequestDispatcher(SignInPage.INTERRUPTED).forward(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static String pathAndQuery(HttpServletRequest request) {
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }
}
