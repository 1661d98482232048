/** Encodings of simple faces by name (ISO 32000-1, annex D): a number is the code of the name after it, and names without one follow on. */
const written = {
  standard: `
32 space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon
less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x y
z braceleft bar braceright asciitilde 161 exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl 177 endash dagger
daggerdbl periodcentered 182 paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis perthousand 191 questiondown 193 grave acute circumflex tilde macron breve dotaccent
dieresis 202 ring cedilla 205 hungarumlaut ogonek caron emdash 225 AE 227 ordfeminine 232 Lslash Oslash OE ordmasculine 241 ae 245 dotlessi 248 lslash oslash oe germandbls
`,
  winAnsi: `
32 space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon
less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z
braceleft bar braceright asciitilde bullet Euro bullet quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex perthousand Scaron guilsinglleft OE bullet Zcaron bullet bullet quoteleft
quoteright quotedblleft quotedblright bullet endash emdash tilde trademark scaron guilsinglright oe bullet zcaron Ydieresis space exclamdown cent sterling currency yen brokenbar section dieresis
copyright ordfeminine guillemotleft logicalnot hyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright
onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve
Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex
edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis
`,
  macRoman: `
32 space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon
less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z
braceleft bar braceright asciitilde 128 Adieresis Aring Ccedilla Eacute Ntilde Odieresis Udieresis aacute agrave acircumflex adieresis atilde aring ccedilla eacute egrave ecircumflex edieresis iacute
igrave icircumflex idieresis ntilde oacute ograve ocircumflex odieresis otilde uacute ugrave ucircumflex udieresis dagger degree cent sterling section bullet paragraph germandbls registered copyright
trademark acute dieresis notequal AE Oslash infinity plusminus lessequal greaterequal yen mu partialdiff summation product pi integral ordfeminine ordmasculine Omega ae oslash questiondown exclamdown
logicalnot radical florin approxequal Delta guillemotleft guillemotright ellipsis space Agrave Atilde Otilde OE oe endash emdash quotedblleft quotedblright quoteleft quoteright divide lozenge
ydieresis Ydieresis fraction currency guilsinglleft guilsinglright fi fl daggerdbl periodcentered quotesinglbase quotedblbase perthousand Acircumflex Ecircumflex Aacute Edieresis Egrave Iacute
Icircumflex Idieresis Igrave Oacute Ocircumflex apple Ograve Uacute Ucircumflex Ugrave dotlessi circumflex tilde macron breve dotaccent ring cedilla hungarumlaut ogonek caron
`,
};

/** Of names of letters their characters, in hexadecimal (Adobe Glyph List); names that say it themselves (uni0041, u1F600) are not among them. */
const characters = `
space:20 exclam:21 quotedbl:22 numbersign:23 dollar:24 percent:25 ampersand:26 quotesingle:27 parenleft:28 parenright:29 asterisk:2a plus:2b comma:2c hyphen:2d period:2e slash:2f zero:30 one:31 two:32
three:33 four:34 five:35 six:36 seven:37 eight:38 nine:39 colon:3a semicolon:3b less:3c equal:3d greater:3e question:3f at:40 A:41 B:42 C:43 D:44 E:45 F:46 G:47 H:48 I:49 J:4a K:4b L:4c M:4d N:4e O:4f
P:50 Q:51 R:52 S:53 T:54 U:55 V:56 W:57 X:58 Y:59 Z:5a bracketleft:5b backslash:5c bracketright:5d asciicircum:5e underscore:5f grave:60 a:61 b:62 c:63 d:64 e:65 f:66 g:67 h:68 i:69 j:6a k:6b l:6c
m:6d n:6e o:6f p:70 q:71 r:72 s:73 t:74 u:75 v:76 w:77 x:78 y:79 z:7a braceleft:7b bar:7c braceright:7d asciitilde:7e exclamdown:a1 cent:a2 sterling:a3 currency:a4 yen:a5 brokenbar:a6 section:a7
dieresis:a8 copyright:a9 ordfeminine:aa guillemotleft:ab logicalnot:ac registered:ae macron:af degree:b0 plusminus:b1 twosuperior:b2 threesuperior:b3 acute:b4 mu:b5 paragraph:b6 periodcentered:b7
cedilla:b8 onesuperior:b9 ordmasculine:ba guillemotright:bb onequarter:bc onehalf:bd threequarters:be questiondown:bf Agrave:c0 Aacute:c1 Acircumflex:c2 Atilde:c3 Adieresis:c4 Aring:c5 AE:c6
Ccedilla:c7 Egrave:c8 Eacute:c9 Ecircumflex:ca Edieresis:cb Igrave:cc Iacute:cd Icircumflex:ce Idieresis:cf Eth:d0 Ntilde:d1 Ograve:d2 Oacute:d3 Ocircumflex:d4 Otilde:d5 Odieresis:d6 multiply:d7
Oslash:d8 Ugrave:d9 Uacute:da Ucircumflex:db Udieresis:dc Yacute:dd Thorn:de germandbls:df agrave:e0 aacute:e1 acircumflex:e2 atilde:e3 adieresis:e4 aring:e5 ae:e6 ccedilla:e7 egrave:e8 eacute:e9
ecircumflex:ea edieresis:eb igrave:ec iacute:ed icircumflex:ee idieresis:ef eth:f0 ntilde:f1 ograve:f2 oacute:f3 ocircumflex:f4 otilde:f5 odieresis:f6 divide:f7 oslash:f8 ugrave:f9 uacute:fa
ucircumflex:fb udieresis:fc yacute:fd thorn:fe ydieresis:ff dotlessi:131 Lslash:141 lslash:142 OE:152 oe:153 Scaron:160 scaron:161 Ydieresis:178 Zcaron:17d zcaron:17e florin:192 circumflex:2c6
caron:2c7 breve:2d8 dotaccent:2d9 ring:2da ogonek:2db tilde:2dc hungarumlaut:2dd pi:3c0 figuredash:2012 endash:2013 emdash:2014 quoteleft:2018 quoteright:2019 quotesinglbase:201a quotedblleft:201c
quotedblright:201d quotedblbase:201e dagger:2020 daggerdbl:2021 bullet:2022 onedotenleader:2024 twodotenleader:2025 ellipsis:2026 perthousand:2030 guilsinglleft:2039 guilsinglright:203a fraction:2044
zerosuperior:2070 foursuperior:2074 fivesuperior:2075 sixsuperior:2076 sevensuperior:2077 eightsuperior:2078 ninesuperior:2079 parenleftsuperior:207d parenrightsuperior:207e nsuperior:207f
zeroinferior:2080 oneinferior:2081 twoinferior:2082 threeinferior:2083 fourinferior:2084 fiveinferior:2085 sixinferior:2086 seveninferior:2087 eightinferior:2088 nineinferior:2089
parenleftinferior:208d parenrightinferior:208e colonmonetary:20a1 Euro:20ac trademark:2122 Omega:2126 onethird:2153 twothirds:2154 oneeighth:215b threeeighths:215c fiveeighths:215d seveneighths:215e
partialdiff:2202 Delta:2206 product:220f summation:2211 minus:2212 radical:221a infinity:221e integral:222b approxequal:2248 notequal:2260 lessequal:2264 greaterequal:2265 lozenge:25ca onefitted:f6dc
rupiah:f6dd threequartersemdash:f6de centinferior:f6df centsuperior:f6e0 commainferior:f6e1 commasuperior:f6e2 dollarinferior:f6e3 dollarsuperior:f6e4 hypheninferior:f6e5 hyphensuperior:f6e6
periodinferior:f6e7 periodsuperior:f6e8 asuperior:f6e9 bsuperior:f6ea dsuperior:f6eb esuperior:f6ec isuperior:f6ed lsuperior:f6ee msuperior:f6ef osuperior:f6f0 rsuperior:f6f1 ssuperior:f6f2
tsuperior:f6f3 Brevesmall:f6f4 Caronsmall:f6f5 Circumflexsmall:f6f6 Dotaccentsmall:f6f7 Hungarumlautsmall:f6f8 Lslashsmall:f6f9 OEsmall:f6fa Ogoneksmall:f6fb Ringsmall:f6fc Scaronsmall:f6fd
Tildesmall:f6fe Zcaronsmall:f6ff exclamsmall:f721 dollaroldstyle:f724 ampersandsmall:f726 zerooldstyle:f730 oneoldstyle:f731 twooldstyle:f732 threeoldstyle:f733 fouroldstyle:f734 fiveoldstyle:f735
sixoldstyle:f736 sevenoldstyle:f737 eightoldstyle:f738 nineoldstyle:f739 questionsmall:f73f Gravesmall:f760 Asmall:f761 Bsmall:f762 Csmall:f763 Dsmall:f764 Esmall:f765 Fsmall:f766 Gsmall:f767
Hsmall:f768 Ismall:f769 Jsmall:f76a Ksmall:f76b Lsmall:f76c Msmall:f76d Nsmall:f76e Osmall:f76f Psmall:f770 Qsmall:f771 Rsmall:f772 Ssmall:f773 Tsmall:f774 Usmall:f775 Vsmall:f776 Wsmall:f777
Xsmall:f778 Ysmall:f779 Zsmall:f77a exclamdownsmall:f7a1 centoldstyle:f7a2 Dieresissmall:f7a8 Macronsmall:f7af Acutesmall:f7b4 Cedillasmall:f7b8 questiondownsmall:f7bf Agravesmall:f7e0
Aacutesmall:f7e1 Acircumflexsmall:f7e2 Atildesmall:f7e3 Adieresissmall:f7e4 Aringsmall:f7e5 AEsmall:f7e6 Ccedillasmall:f7e7 Egravesmall:f7e8 Eacutesmall:f7e9 Ecircumflexsmall:f7ea Edieresissmall:f7eb
Igravesmall:f7ec Iacutesmall:f7ed Icircumflexsmall:f7ee Idieresissmall:f7ef Ethsmall:f7f0 Ntildesmall:f7f1 Ogravesmall:f7f2 Oacutesmall:f7f3 Ocircumflexsmall:f7f4 Otildesmall:f7f5 Odieresissmall:f7f6
Oslashsmall:f7f8 Ugravesmall:f7f9 Uacutesmall:f7fa Ucircumflexsmall:f7fb Udieresissmall:f7fc Yacutesmall:f7fd Thornsmall:f7fe Ydieresissmall:f7ff apple:f8ff ff:fb00 fi:fb01 fl:fb02 ffi:fb03 ffl:fb04
`;

export type Encoding = ReadonlyMap<number, string>;

function read(text: string): Encoding {
  const found = new Map<number, string>();
  let code = 0;
  for (const word of text.trim().split(/\s+/)) {
    if (/^\d+$/.test(word)) code = Number(word);
    else found.set(code++, word);
  }
  return found;
}

export const encodings: { readonly [Name in keyof typeof written]: Encoding } = { standard: read(written.standard), winAnsi: read(written.winAnsi), macRoman: read(written.macRoman) };

const known = new Map(characters.trim().split(/\s+/).map((pair) => { const [name = '', code = ''] = pair.split(':'); return [name, Number.parseInt(code, 16)] as const; }));

/** The character that a letter's name stands for; null where none is known. */
export function characterNamed(name: string): number | null {
  const said = /^uni([0-9A-F]{4})$/.exec(name) ?? /^u([0-9A-F]{4,6})$/.exec(name);
  return known.get(name) ?? (said?.[1] === undefined ? null : Number.parseInt(said[1], 16));
}
