"""Made the workbooks beside it that are named after a library, with openpyxl 3.1, XlsxWriter 3.3 and pandas 3. The tests do not run it."""

import datetime

import openpyxl
import pandas
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HEADINGS = ["编号", "题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案"]
DAY = datetime.date(2026, 3, 5)


def by_openpyxl():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "自测题"
    sheet.append(["第一单元"])
    sheet.merge_cells("A1:H1")
    sheet.append([])
    sheet.append(HEADINGS)
    sheet.append([1, "单选题", "哪一天？", DAY, datetime.time(8, 30), 0.5, 1234.5, "Ａ"])
    for name, code in zip("DEFG", ['m"月"d"日"', 'h"时"mm"分"', "# ?/?", "#,##0.00"]):
        sheet[f"{name}4"].number_format = code
    sheet.append([5, "判断题", "藏起来的", None, None, None, None, "√"])
    sheet.row_dimensions[5].hidden = True
    sheet.append([6, "判断题", "看得见的", None, None, None, None, "正确"])
    book.create_sheet("清单").sheet_state = "hidden"
    book["清单"].append(["单选题"])
    book.create_sheet("说明").append(["题型只写单选、判断、填空。"])
    book.save("openpyxl.xlsx")
    sheet.append([2, "填空", "公式", None, None, None, None, "=1+1"])
    sheet.append([3, "填空", "错误", None, None, None, None, "#N/A"])
    sheet.append([4, "填空", "编码", None, None, None, None, DAY])
    sheet["H9"].number_format = '[DBNum1][$-804]yyyy"年"m"月"d"日"'
    # Opened and saved by LibreOffice 7.4, it is libreoffice.xlsx.
    book.save("openpyxl-odd.xlsx")


def by_xlsxwriter(name, formula):
    book = xlsxwriter.Workbook(name)
    chart = book.add_chartsheet("图")
    sheet = book.add_worksheet("题")
    series = book.add_chart({"type": "line"})
    series.add_series({"values": "=题!$A$1:$A$2"})
    chart.set_chart(series)
    chart.set_first_sheet()
    shown = lambda code: book.add_format({"num_format": code})
    sheet.write_row(0, 0, HEADINGS + ["解析", "分值"])
    sheet.write_row(1, 0, ["x.1", "单选", "哪个？"])
    sheet.write_datetime(1, 3, datetime.datetime(2026, 3, 5), shown("[$-804]aaaa"))
    sheet.write_number(1, 4, 12000, shown('0!.0,"万"'))
    sheet.write_number(1, 5, 0.75, shown('上午/下午h"时"mm"分"'))
    sheet.write_number(1, 6, 7, shown("000"))
    sheet.write_string(1, 7, "D")
    sheet.write_string(1, 8, "不给人看的")
    sheet.write_number(1, 9, 2, shown('0.0"分"'))
    sheet.set_column(8, 8, None, None, {"hidden": True})
    sheet.write_row(2, 0, ["x.2", "数值", "多少？"])
    sheet.write(2, 7, formula)
    sheet.merge_range(3, 1, 4, 1, "判断")
    sheet.write_row(3, 2, ["一。", None, None, None, None, "对"])
    sheet.write_row(4, 2, ["二。", None, None, None, None, "错"])
    sheet.write_row(3, 0, ["x.3"])
    sheet.write_row(4, 0, ["x.4"])
    book.close()


def by_pandas():
    rows = [["p-1", "填空", "学雷锋纪念日是哪天？", pandas.Timestamp(DAY)], ["p-2", "判断", "对吗？", True]]
    pandas.DataFrame(rows, columns=["编号", "题型", "题干", "答案"]).to_excel("pandas.xlsx")


by_openpyxl()
by_xlsxwriter("xlsxwriter.xlsx", 42)
by_xlsxwriter("xlsxwriter-formula.xlsx", "=6*7")
by_pandas()
