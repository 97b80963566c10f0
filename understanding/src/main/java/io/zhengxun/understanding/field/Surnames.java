package io.zhengxun.understanding.field;

import java.util.Set;
import java.util.stream.Collectors;

/** The common Chinese surnames: they tell a name from other words of two to four characters. */
final class Surnames {

    private static final Set<Integer> SINGLE = """
            王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜
            崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安
            齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳
            管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬
            边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼
            盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍
            辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富
            招布游水贝章尧闭由邱丘區陳張劉黃趙吳馬鄭謝許韓馮鄧蔣葉蘇魏呂盧鍾譚陸範賈韋鄒錢嚴湯溫龔邵萬顧賀龐顏倪莊聶關蘭紀淩畢單駱藍簡車項連麥
            常赖洪阎傅萧习揭宓隗逄冒弓郏迮浮双贡桓滑钮羿汲蓬韶蓟咸籍宰郦璩濮寿宦慎庾暨弘禄夔訾巢蒯竺益賴閻蕭鄺習楊羅孫龍齊寧歐勞盤儲欒滿豐
            """.codePoints().filter(Character::isIdeographic).boxed().collect(Collectors.toUnmodifiableSet());

    private static final Set<String> COMPOUND = Set.of(
            "欧阳", "司徒", "上官", "诸葛", "司马", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "端木",
            "百里", "南宫", "独孤", "呼延", "轩辕", "歐陽", "澹台", "闻人", "申屠", "太史", "仲孙", "钟离", "赫连", "拓跋", "西门",
            // Clans of the Yi, whose names are written surname first as well.
            "沙马", "吉克", "曲比", "海来", "阿苦", "吉木", "马海", "曲木", "吉伍", "俄木", "阿尔", "的日", "乃古", "罗洪", "吉皮");

    private static final int LONGEST_NAME = 4;

    private Surnames() {}

    static boolean contains(String word) {
        return COMPOUND.contains(word) || word.codePointCount(0, word.length()) == 1 && SINGLE.contains(word.codePointAt(0));
    }

    /** So common, and so seldom the beginning of another word, that 陈建工 is a name and not a trade. */
    private static final String CERTAIN =
            "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭蔡潘袁于董余苏叶吕魏蒋杜丁沈姜范傅钟卢汪戴崔廖姚邱谭邹熊孟秦邵赖洪冼邝温甘麦覃卓黎翁庞龚贺尹凌颜柯阮聂詹骆丘倪孔伍霍樊邢蒙闫薛段侯顾區陳張劉楊黃趙吳羅鄭謝許馮鄧";

    static boolean isCertain(String word) {
        return CERTAIN.indexOf(word.charAt(0)) >= 0;
    }

    /** Whether a word of three or four characters begins with a surname of two. */
    static boolean isCompound(String word) {
        return word.length() > 2 && COMPOUND.contains(word.substring(0, 2));
    }

    /** Whether a word can be a Han name: two to four characters, the first of them a surname. */
    static boolean canBegin(String word) {
        int characters = word.codePointCount(0, word.length());
        if (characters < 2 || characters > LONGEST_NAME) {
            return false;
        }
        return isCompound(word) || !COMPOUND.contains(word) && SINGLE.contains(word.codePointAt(0));
    }
}
