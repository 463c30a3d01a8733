package vn.congvu.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;

/** The three services, played by WireMock. Without a stub they answer 404 as an unknown path would. */
public final class Behind {
    public static final WireMockServer INTAKE = started();
    public static final WireMockServer CASES = started();
    public static final WireMockServer NOTIFY = started();

    private Behind() {}

    private static WireMockServer started() {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }

    /** Forgets everything, then offers the lists that forms choose from. */
    public static void reset() {
        INTAKE.resetAll();
        CASES.resetAll();
        NOTIFY.resetAll();
        says(CASES, "/api/v1/misconducts", """
                [{"code": "ATTITUDE", "label": {"vi": "Thái độ, giao tiếp, ứng xử", "en": "Attitude"}},
                 {"code": "LATE_RESULT", "label": {"vi": "Chậm trả kết quả", "en": "Late result"}}]""");
        says(CASES, "/api/v1/agencies", """
                [{"code": "SXD", "name": "Sở Xây dựng", "nameEn": "Department of Construction", "level": "DEPARTMENT"},
                 {"code": "SNV", "name": "Sở Nội vụ", "nameEn": "Department of Home Affairs", "level": "DEPARTMENT"}]""");
        says(CASES, "/api/v1/communes", """
                [{"code": "25459", "name": "Phường Tân Ninh", "agency": "C25459"}]""");
        says(CASES, "/api/v1/fields", """
                [{"code": "dat-dai", "name": "Đất đai", "nameEn": "Land", "competent": "COMMUNE"}]""");
    }

    public static void says(WireMockServer service, String path, String json) {
        service.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(json)));
    }

    public static void answers(WireMockServer service, String path, int status, String json) {
        service.stubFor(post(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", status < 400 ? "application/json" : "application/problem+json")
                        .withBody(json)));
    }

    public static void isAway(WireMockServer service) {
        service.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }
}
