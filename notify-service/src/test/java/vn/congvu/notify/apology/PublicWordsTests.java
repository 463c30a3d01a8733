package vn.congvu.notify.apology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicWordsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chờ bà Nguyễn Thị Bé Năm ký giáp ranh | chờ bà (đã ẩn tên) ký giáp ranh",
                "Ông B chưa nộp bản chính | Ông (đã ẩn tên) chưa nộp bản chính",
                "gọi 0908 888 801 không được | gọi (đã ẩn số điện thoại) không được",
                "gọi +84-908-888-801 không được | gọi (đã ẩn số điện thoại) không được",
                "đã viết tới an.nguyen@thu.example | đã viết tới (đã ẩn địa chỉ e-mail)",
                "giấy tờ số 072190001234 hết hạn | giấy tờ số (đã ẩn số giấy tờ) hết hạn",
                "đo đạc tại số 12 đường Lê Lợi, phường 1 | đo đạc tại (đã ẩn địa chỉ), phường 1"
            })
    void whatLeadsToAPersonIsHidden(String typed, String shown) {
        assertThat(PublicWords.hide(typed)).isEqualTo(shown);
        assertThat(PublicWords.tellTooMuch(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phải xác minh lại nguồn gốc thửa đất số 5, tờ bản đồ số 12",
                "chờ ý kiến của ông Giám đốc Sở Xây dựng",
                "hồ sơ H51.24-260105-0001 thiếu bản đồ",
                "theo Nghị định 61/2018/NĐ-CP ngày 23/4/2018",
                "ông/bà chưa bổ sung giấy tờ",
                "Cán bộ phụ trách nghỉ ốm 10 ngày, từ 02/02/2026 đến 12/02/2026"
            })
    void ordinaryReasonsStayAsTheyAre(String typed) {
        assertThat(PublicWords.hide(typed)).isEqualTo(typed);
    }
}
