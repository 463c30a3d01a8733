package vn.congvu.devstack.world;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.world.Http.Bytes;
import vn.congvu.devstack.world.Phones.Direction;

/** The world on one page: phones, mailbox, provider and clock. It works without JavaScript, which only keeps it fresh. */
final class Page {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss, EEEE dd/MM/uuuu", Locale.forLanguageTag("vi"));
    private static final int SHOWN_MAILS = 30;

    private final String gatewayUrl;
    private final String hotline;
    private final WorldClock clock;
    private final Phones phones;
    private final Mailbox mailbox;
    private final Provider provider;
    private final Webhooks webhooks;

    Page(
            String gatewayUrl,
            String hotline,
            WorldClock clock,
            Phones phones,
            Mailbox mailbox,
            Provider provider,
            Webhooks webhooks) {
        this.gatewayUrl = gatewayUrl;
        this.hotline = hotline;
        this.clock = clock;
        this.phones = phones;
        this.mailbox = mailbox;
        this.provider = provider;
        this.webhooks = webhooks;
    }

    /** @param fields what was chosen or typed: {@code phone} or {@code from}, {@code text}, {@code spoken} */
    Bytes show(Map<String, String> fields, @Nullable String wrong) {
        var chosen = chosenPhone(fields);
        var html = """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><title>Thế giới bên ngoài · Công Vụ</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/world.css"><script src="/world.js" defer></script></head>
                <body><header><h1>Thế giới bên ngoài <small lang="en">the outside world, simulated</small></h1>
                <nav><a href="%s">Trang của người dân <small lang="en">citizens</small></a>
                <a href="%s/staff/sign-in">Cán bộ <small lang="en">staff</small></a></nav></header>
                %s<main>%s%s%s%s</main></body></html>
                """.formatted(
                        gatewayUrl,
                        gatewayUrl,
                        wrong == null ? "" : "<p class=\"wrong\" role=\"alert\">" + escape(wrong) + "</p>",
                        phone(chosen, fields),
                        time(chosen),
                        providerSwitch(chosen),
                        mails());
        return new Bytes(wrong == null ? 200 : 400, "text/html; charset=utf-8", World.utf8(html));
    }

    private String chosenPhone(Map<String, String> fields) {
        var asked = fields.getOrDefault("from", fields.getOrDefault("phone", ""));
        if (!asked.isBlank()) {
            try {
                return PhoneNumber.international(asked);
            } catch (Refused unreadable) {
                return asked;
            }
        }
        return phones.numbers().stream().findFirst().orElse("+84912345678");
    }

    private String phone(String chosen, Map<String, String> fields) {
        var others = phones.numbers().stream()
                .map(number -> "<a href=\"/?phone=%s\"%s>%s</a>"
                        .formatted(
                                escape(number).replace("+", "%2B"),
                                number.equals(chosen) ? " aria-current=\"page\"" : "",
                                escape(PhoneNumber.local(number))))
                .collect(Collectors.joining(" "));
        return """
                <section class="phone"><h2>Điện thoại <small lang="en">phones</small></h2>
                <div class="numbers" data-live="numbers">%s</div>
                <div class="screen"><h3>%s</h3>
                <div class="talk" data-live="talk">%s</div>
                <form method="post" action="/ui/messages">
                <label><span>Từ số <small lang="en">from</small></span><input name="from" inputmode="tel" required value="%s"></label>
                <label><span>Đến <small lang="en">to</small></span><input name="to" value="%s" list="known" required></label>
                <datalist id="known"><option value="hotline">%s</option></datalist>
                <label><span>Tin nhắn <small lang="en">text message</small></span><textarea name="text" rows="3" required>%s</textarea></label>
                <label class="check"><input type="checkbox" name="aggregator"><span>qua nhà mạng trong nước
                <small lang="en">through the generic aggregator</small></span></label>
                <button>Gửi <small lang="en">send</small></button></form>
                <form method="post" action="/ui/calls"><input type="hidden" name="from" value="%s">
                <label><span>Gọi đường dây nóng và nói <small lang="en">call the hotline and say</small></span>
                <textarea name="spoken" rows="2">%s</textarea></label>
                <button>Gọi <small lang="en">call</small></button></form></div></section>
                """.formatted(
                        others,
                        escape(PhoneNumber.local(chosen)),
                        talk(chosen),
                        escape(PhoneNumber.local(chosen)),
                        escape(fields.getOrDefault("to", "hotline")),
                        escape(PhoneNumber.local(hotline)),
                        escape(fields.getOrDefault("text", "")),
                        escape(chosen),
                        escape(fields.getOrDefault("spoken", "")));
    }

    private record Shown(OffsetDateTime at, String html) {}

    /** What was written and said, in the order it happened. */
    private String talk(String number) {
        var talk = Stream.concat(
                        phones.messages(number).stream().map(Page::message),
                        phones.calls(number).stream().map(Page::call))
                .sorted(Comparator.comparing(Shown::at))
                .map(Shown::html)
                .collect(Collectors.joining());
        return talk.isEmpty()
                ? "<p class=\"none\">Chưa có tin nhắn. <small lang=\"en\">No messages yet.</small></p>"
                : talk;
    }

    private static Shown message(Phones.Message message) {
        var html = "<div class=\"bubble %s\"><p>%s</p><time>%s · %s</time></div>"
                .formatted(
                        message.direction() == Direction.SENT ? "sent" : "received",
                        escape(message.text()),
                        escape(PhoneNumber.local(message.with())),
                        when(message.at()));
        return new Shown(message.at(), html);
    }

    private static Shown call(Phones.Call call) {
        var heard = call.heard().stream()
                .map(said -> "<p>☎ " + escape(said) + "</p>")
                .collect(Collectors.joining());
        var sound = call.recordingSid() == null
                ? ""
                : "<audio controls preload=\"none\" src=\"/recordings/" + call.recordingSid() + ".wav\"></audio>";
        var html = "<div class=\"bubble call\">%s<p class=\"spoken\">“%s”</p>%s<time>%s</time></div>"
                .formatted(heard, escape(call.spoken()), sound, when(call.at()));
        return new Shown(call.at(), html);
    }

    private String time(String phone) {
        var buttons =
                Map.of("PT1H", "+1 giờ", "P1D", "+1 ngày", "P3D", "+3 ngày", "P10D", "+10 ngày").entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Duration::parse)))
                        .map(button -> "<button name=\"by\" value=\"%s\">%s</button>"
                                .formatted(button.getKey(), button.getValue()))
                        .collect(Collectors.joining());
        return """
                <section><h2>Đồng hồ <small lang="en">the suite's clock</small></h2>
                <p class="clock" data-live="clock">%s%s</p>
                <form method="post" action="/ui/clock" class="buttons"><input type="hidden" name="phone" value="%s">%s
                <button name="until" value="07:30">đến 7:30 sắp tới <small lang="en">until next 07:30</small></button>
                </form></section>
                """.formatted(
                        CLOCK.format(ZonedDateTime.ofInstant(clock.instant(), WorldClock.ZONE)),
                        ahead(),
                        escape(phone),
                        buttons);
    }

    private String ahead() {
        var offset = clock.offset();
        var parts = Stream.of(
                        part(offset.abs().toDays(), "ngày"),
                        part(offset.abs().toHoursPart(), "giờ"),
                        part(offset.abs().toMinutesPart(), "phút"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? "" : " <small>" + (offset.isNegative() ? "−" : "+") + parts + "</small>";
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }

    private String providerSwitch(String phone) {
        var buttons = Arrays.stream(ProviderMode.values())
                .map(mode -> "<button name=\"mode\" value=\"%s\"%s>%s <small lang=\"en\">%s</small></button>"
                        .formatted(
                                mode.word(),
                                mode == provider.mode() ? " aria-pressed=\"true\"" : "",
                                mode.vietnamese,
                                mode.english))
                .collect(Collectors.joining());
        var troubles = webhooks.troubles().stream()
                .map(trouble -> "<li><time>%s</time> %s: %s</li>"
                        .formatted(when(trouble.at()), escape(trouble.webhook()), escape(trouble.reason())))
                .collect(Collectors.joining());
        return """
                <section><h2>Nhà cung cấp tin nhắn <small lang="en">message provider</small></h2>
                <form method="post" action="/ui/provider" class="buttons"><input type="hidden" name="phone" value="%s">
                <span data-live="mode">%s</span></form>
                <div data-live="troubles">%s</div></section>
                """.formatted(
                        escape(phone),
                        buttons,
                        troubles.isEmpty()
                                ? ""
                                : "<h3>Webhook chưa tới <small lang=\"en\">webhooks not taken</small></h3><ul>"
                                        + troubles + "</ul>");
    }

    private String mails() {
        var mails = mailbox.mails().reversed().stream()
                .limit(SHOWN_MAILS)
                .map(mail -> """
                        <details><summary><b>%s</b><span>%s → %s</span><time>%s</time></summary><pre>%s</pre>%s</details>
                        """.formatted(
                                escape(mail.subject()),
                                escape(mail.from()),
                                escape(mail.to()),
                                when(mail.at()),
                                escape(mail.text()),
                                mail.attachments().isEmpty()
                                        ? ""
                                        : "<p>📎 " + escape(String.join(", ", mail.attachments())) + "</p>"))
                .collect(Collectors.joining());
        return """
                <section class="mails"><h2>Hộp thư <small lang="en">mailbox</small></h2><div data-live="mails">%s</div></section>
                """.formatted(
                mails.isEmpty() ? "<p class=\"none\">Chưa có thư. <small lang=\"en\">No mail yet.</small></p>" : mails);
    }

    private static String when(OffsetDateTime at) {
        return WHEN.format(at);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
