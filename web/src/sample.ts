/** An article of our own: the people and companies are invented, the places are real. */
export const SAMPLE = `Tập đoàn Hải Vân mua lại Công ty Gió Sớm với giá 480 tỷ đồng

Tập đoàn thực phẩm ở Đà Nẵng sẽ giữ nguyên thương hiệu và toàn bộ 1.200 nhân viên của chuỗi cà phê.

Sáng 14/10/2026, tại Đà Nẵng, Tập đoàn Hải Vân ký thỏa thuận mua lại Công ty Gió Sớm với giá 480 tỷ đồng. Bà Trần Mai Lan, Chủ tịch Tập đoàn Hải Vân, cho biết thương vụ đã được cổ đông thông qua hồi tháng 9.

“Chúng tôi không mua một cái tên, chúng tôi mua lại thói quen mỗi buổi sáng của hàng nghìn gia đình”, bà Lan nói.

Ông Đỗ Quang Huy, người sáng lập Công ty Gió Sớm, sẽ rời ghế Giám đốc điều hành vào ngày 1/1/2027. Ông thành lập công ty tại Huế năm 2014 với một quán nhỏ bên bờ sông Hương. Theo báo cáo tài chính, Công ty Gió Sớm đạt doanh thu 620 tỷ đồng trong năm 2025, tăng 18%.

Ông Đỗ Quang Huy và bà Trần Mai Lan tại lễ ký kết ở Đà Nẵng. Ảnh: Minh Thư

Một nguồn tin của Báo Bến Sông cho biết Tập đoàn Hải Vân có thể mở thêm 50 cửa hàng tại Hà Nội và Cần Thơ. Tuy nhiên, bà Lan phủ nhận thông tin này. “Chúng tôi chưa có kế hoạch mở rộng trước năm 2028”, bà khẳng định.

Ngân hàng Đông Phong đã cho Tập đoàn Hải Vân vay 200 tỷ đồng. Bà Lê Thu Hà, Giám đốc Ngân hàng Đông Phong, nói ngân hàng không yêu cầu thế chấp cửa hàng. Ngày 12/6/2026, bà Hà gặp ông Huy tại Huế để thảo luận về khoản vay.

Công ty Mây Trắng, đối thủ lớn nhất của Công ty Gió Sớm, không bình luận về thương vụ. Hồi tháng 3, Công ty Mây Trắng đã đề nghị mua 30% cổ phần của Công ty Gió Sớm nhưng ông Huy từ chối. Tập đoàn Hải Vân dự định hoàn tất việc chuyển giao trong quý I/2027.

Phương Nam`;
