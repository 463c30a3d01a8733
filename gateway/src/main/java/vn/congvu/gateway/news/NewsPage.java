package vn.congvu.gateway.news;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** <i>Tin mới</i>: what the office was told in the last thirty days, and what of it this account has not seen. */
@Controller
@RequestMapping("/staff/news")
@PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'MONITOR', 'CUSTODIAN')")
class NewsPage {
    /** Asked for by the minute; then the page rests, so that an open page alone keeps nobody signed in. */
    private static final int FRESHENED = 15;

    private final OfficeNotices notices;
    private final Unread unread;

    NewsPage(Services services, Unread unread) {
        this.notices = services.client(Service.NOTIFY, OfficeNotices.class);
        this.unread = unread;
    }

    @GetMapping
    String list(Caller caller, Model model) {
        var news = notices.mine();
        unread.forget(caller);
        model.addAttribute("news", news);
        model.addAttribute(
                "newest",
                news.items().isEmpty() ? null : news.items().getFirst().at());
        return "staff/news";
    }

    /** The number alone, for the header to keep it fresh. */
    @GetMapping("/count")
    String count(@RequestParam(defaultValue = "0") int time, Caller caller, Model model) {
        unread.forget(caller);
        model.addAttribute("newsNext", time < FRESHENED ? time + 1 : null);
        return "fragments/news :: count";
    }

    /** Opens the matter, and marks the message as read. */
    @PostMapping("/{id:[0-9A-Za-z-]+}")
    String open(@PathVariable String id, Caller caller) {
        var item = notices.read(id);
        unread.forget(caller);
        return "redirect:" + item.target();
    }

    /** Marks what was on the page as read, and nothing that came after it was made. */
    @PostMapping("/read")
    String readAll(@RequestParam String until, Caller caller) {
        notices.readUntil(new OfficeNotices.Until(until));
        unread.forget(caller);
        return "redirect:/staff/news";
    }
}
