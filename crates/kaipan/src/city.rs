//! Which city is meant: the usual ways to write the names of China's larger cities.
//!
//! 深圳, 深圳市, 广东省深圳市, 深圳市南山区, Shenzhen and "Shenzhen City" are one city. A name that
//! is not in the table is compared as it is written, and those who compare say so in a finding.

use crate::fold::fold;

/// The Chinese name of a city, without 市, if it is known.
pub(crate) fn known(written: &str) -> Option<&'static str> {
    let text = fold(written);
    let text = text.split(',').next().unwrap_or_default().trim();
    if text.is_ascii() { by_letters(text) } else { in_chinese(text) }
}

/// Whether two names mean one city.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let (a, b) = (fold(one), fold(other));
    if bare(&a) == bare(&b) {
        return true;
    }
    known(&a).is_some_and(|city| known(&b) == Some(city))
}

fn bare(city: &str) -> &str {
    city.strip_suffix('市').unwrap_or(city)
}

fn in_chinese(text: &str) -> Option<&'static str> {
    let find = |text: &str| CITIES.iter().map(|(zh, _)| *zh).find(|zh| *zh == bare(text));
    // What stands before the city: the country, the province, with or without its word.
    let rest = text.strip_prefix("中国").unwrap_or(text);
    let province = PROVINCES.iter().find_map(|name| rest.strip_prefix(name));
    let words = ["省", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区"];
    let inside = province
        .map(|rest| words.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest))
        .filter(|rest| !rest.is_empty());
    let candidates = [Some(text), Some(rest), inside];
    candidates.into_iter().flatten().find_map(|text| {
        // What stands behind it: a district or a county.
        find(text).or_else(|| text.split_once('市').and_then(|(city, _)| find(city)))
    })
}

fn by_letters(text: &str) -> Option<&'static str> {
    let plain: String =
        text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let find = |plain: &str| {
        let mut all = CITIES.iter().filter(|(_, latin)| latin.split(' ').any(|one| one == plain));
        let first = all.next()?;
        // Suzhou is 苏州 and 宿州: letters that fit two cities say neither.
        all.next().is_none().then_some(first.0)
    };
    let shorter = || ["municipality", "city", "shi"].iter().find_map(|end| plain.strip_suffix(end));
    find(&plain).or_else(|| shorter().and_then(find))
}

const PROVINCES: [&str; 27] = [
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
];

/// Cities by their Chinese names and by letters; several ways are parted by spaces.
const CITIES: &[(&str, &str)] = &[
    ("北京", "beijing peking"),
    ("天津", "tianjin"),
    ("上海", "shanghai"),
    ("重庆", "chongqing"),
    ("石家庄", "shijiazhuang"),
    ("唐山", "tangshan"),
    ("秦皇岛", "qinhuangdao"),
    ("邯郸", "handan"),
    ("保定", "baoding"),
    ("廊坊", "langfang"),
    ("沧州", "cangzhou"),
    ("太原", "taiyuan"),
    ("大同", "datong"),
    ("呼和浩特", "huhehaote hohhot"),
    ("包头", "baotou"),
    ("鄂尔多斯", "eerduosi ordos"),
    ("沈阳", "shenyang"),
    ("大连", "dalian"),
    ("鞍山", "anshan"),
    ("丹东", "dandong"),
    ("锦州", "jinzhou"),
    ("长春", "changchun"),
    ("吉林", "jilin"),
    ("哈尔滨", "haerbin harbin"),
    ("大庆", "daqing"),
    ("牡丹江", "mudanjiang"),
    ("南京", "nanjing"),
    ("无锡", "wuxi"),
    ("徐州", "xuzhou"),
    ("常州", "changzhou"),
    ("苏州", "suzhou"),
    ("南通", "nantong"),
    ("连云港", "lianyungang"),
    ("淮安", "huaian"),
    ("盐城", "yancheng"),
    ("扬州", "yangzhou"),
    ("镇江", "zhenjiang"),
    ("泰州", "taizhou"),
    ("宿迁", "suqian"),
    ("杭州", "hangzhou"),
    ("宁波", "ningbo"),
    ("温州", "wenzhou"),
    ("嘉兴", "jiaxing"),
    ("湖州", "huzhou"),
    ("绍兴", "shaoxing"),
    ("金华", "jinhua"),
    ("衢州", "quzhou"),
    ("舟山", "zhoushan"),
    ("台州", "taizhou"),
    ("丽水", "lishui"),
    ("合肥", "hefei"),
    ("芜湖", "wuhu"),
    ("蚌埠", "bengbu"),
    ("马鞍山", "maanshan"),
    ("安庆", "anqing"),
    ("滁州", "chuzhou"),
    ("阜阳", "fuyang"),
    ("宿州", "suzhou"),
    ("福州", "fuzhou"),
    ("厦门", "xiamen amoy"),
    ("莆田", "putian"),
    ("三明", "sanming"),
    ("泉州", "quanzhou"),
    ("漳州", "zhangzhou"),
    ("南平", "nanping"),
    ("龙岩", "longyan"),
    ("宁德", "ningde"),
    ("南昌", "nanchang"),
    ("景德镇", "jingdezhen"),
    ("九江", "jiujiang"),
    ("赣州", "ganzhou"),
    ("吉安", "jian"),
    ("宜春", "yichun"),
    ("抚州", "fuzhou"),
    ("上饶", "shangrao"),
    ("济南", "jinan"),
    ("青岛", "qingdao"),
    ("淄博", "zibo"),
    ("枣庄", "zaozhuang"),
    ("东营", "dongying"),
    ("烟台", "yantai"),
    ("潍坊", "weifang"),
    ("济宁", "jining"),
    ("泰安", "taian"),
    ("威海", "weihai"),
    ("日照", "rizhao"),
    ("临沂", "linyi"),
    ("德州", "dezhou"),
    ("聊城", "liaocheng"),
    ("滨州", "binzhou"),
    ("菏泽", "heze"),
    ("郑州", "zhengzhou"),
    ("开封", "kaifeng"),
    ("洛阳", "luoyang"),
    ("平顶山", "pingdingshan"),
    ("安阳", "anyang"),
    ("新乡", "xinxiang"),
    ("许昌", "xuchang"),
    ("南阳", "nanyang"),
    ("商丘", "shangqiu"),
    ("信阳", "xinyang"),
    ("周口", "zhoukou"),
    ("驻马店", "zhumadian"),
    ("武汉", "wuhan"),
    ("黄石", "huangshi"),
    ("十堰", "shiyan"),
    ("宜昌", "yichang"),
    ("襄阳", "xiangyang"),
    ("荆州", "jingzhou"),
    ("黄冈", "huanggang"),
    ("长沙", "changsha"),
    ("株洲", "zhuzhou"),
    ("湘潭", "xiangtan"),
    ("衡阳", "hengyang"),
    ("岳阳", "yueyang"),
    ("常德", "changde"),
    ("郴州", "chenzhou"),
    ("广州", "guangzhou canton"),
    ("韶关", "shaoguan"),
    ("深圳", "shenzhen"),
    ("珠海", "zhuhai"),
    ("汕头", "shantou"),
    ("佛山", "foshan"),
    ("江门", "jiangmen"),
    ("湛江", "zhanjiang"),
    ("茂名", "maoming"),
    ("肇庆", "zhaoqing"),
    ("惠州", "huizhou"),
    ("梅州", "meizhou"),
    ("汕尾", "shanwei"),
    ("河源", "heyuan"),
    ("阳江", "yangjiang"),
    ("清远", "qingyuan"),
    ("东莞", "dongguan"),
    ("中山", "zhongshan"),
    ("潮州", "chaozhou"),
    ("揭阳", "jieyang"),
    ("云浮", "yunfu"),
    ("南宁", "nanning"),
    ("柳州", "liuzhou"),
    ("桂林", "guilin"),
    ("北海", "beihai"),
    ("玉林", "yulin"),
    ("海口", "haikou"),
    ("三亚", "sanya"),
    ("成都", "chengdu"),
    ("自贡", "zigong"),
    ("泸州", "luzhou"),
    ("德阳", "deyang"),
    ("绵阳", "mianyang"),
    ("乐山", "leshan"),
    ("南充", "nanchong"),
    ("宜宾", "yibin"),
    ("贵阳", "guiyang"),
    ("遵义", "zunyi"),
    ("昆明", "kunming"),
    ("大理", "dali"),
    ("曲靖", "qujing"),
    ("拉萨", "lasa lhasa"),
    ("西安", "xian"),
    ("宝鸡", "baoji"),
    ("咸阳", "xianyang"),
    ("渭南", "weinan"),
    ("榆林", "yulin"),
    ("兰州", "lanzhou"),
    ("天水", "tianshui"),
    ("西宁", "xining"),
    ("银川", "yinchuan"),
    ("乌鲁木齐", "wulumuqi urumqi"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_ways_to_write_a_city() {
        for (city, ways) in [
            (
                "深圳",
                &[
                    "深圳",
                    "深圳市",
                    " 深圳市 ",
                    "广东省深圳市",
                    "广东深圳",
                    "深圳市南山区",
                    "Shenzhen",
                    "SHEN ZHEN",
                    "Shenzhen City",
                    "shenzhen shi",
                    "Ｓｈｅｎｚｈｅｎ",
                    "Shenzhen, China",
                ][..],
            ),
            ("北京", &["北京", "北京市", "北京市朝阳区", "中国北京", "Beijing", "Peking"]),
            ("西安", &["西安市", "Xi'an", "xian"]),
            ("黄石", &["黄石", "Huangshi"]),
            ("哈尔滨", &["黑龙江省哈尔滨市", "Harbin", "Haerbin"]),
            ("南宁", &["广西壮族自治区南宁市"]),
            ("海南", &[]),
        ] {
            for way in ways {
                assert_eq!(known(way), Some(city), "{way}");
                assert!(same(way, city), "{way}");
            }
        }
        for unknown in ["", "Shenzen", "深川", "广东省", "市", "Suzhou", "海南"] {
            assert_eq!(known(unknown), None, "{unknown}");
        }
        assert!(same("东阳市", " 东阳"), "names that are not in the table are compared as written");
        assert!(!same("Shenzen", "深圳") && !same("苏州", "宿州") && same("苏州", "苏州市"));
    }

    #[test]
    fn every_city_is_there_once() {
        for (at, (zh, latin)) in CITIES.iter().enumerate() {
            assert_eq!(known(zh), Some(*zh));
            assert!(CITIES.iter().skip(at + 1).all(|(other, _)| other != zh), "{zh}");
            assert!(
                latin.split(' ').all(|one| one.bytes().all(|b| b.is_ascii_lowercase())),
                "{zh}"
            );
        }
    }
}
