package vn.congvu.notify.apology;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param place before the date of a letter: the province
 * @param superiorBody in capitals above the issuing agency; the people's committee of the place where it is absent
 * @param feedTitle of the Atom and JSON feeds
 */
@ConfigurationProperties("complaints.notify.apology")
record ApologySettings(
        @DefaultValue("Tây Ninh") String place,
        @Nullable String superiorBody,
        @DefaultValue("Bảng công khai xin lỗi") String feedTitle) {
    String superior() {
        return superiorBody == null || superiorBody.isBlank() ? "Ủy ban nhân dân tỉnh " + place : superiorBody;
    }
}
