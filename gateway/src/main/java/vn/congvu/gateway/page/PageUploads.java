package vn.congvu.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Takes uploads apart for pages only: what the API passes on stays in one piece. */
final class PageUploads extends StandardServletMultipartResolver {
    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return PageTrouble.isPage(request) && super.isMultipart(request);
    }
}
