package report_test

import (
	"fmt"
	"math"
	"testing"

	"wirediff/diff/report"
)

// Floors of the palettes. Contrast is WCAG 2's; the distance between families
// is CIEDE2000 as seen after Machado, Oliveira and Fernandes (2009), severity 1.
const (
	textFloor   = 4.5  // every text on every ground
	strongFloor = 6.0  // every text of High contrast on paper, chrome and band
	lineFloor   = 3.0  // spines, underlines, focus ring, outlines of controls
	normalFloor = 18.0 // nearest two families, normal sight
	dichroFloor = 9.0  // the same, without red or without green cones
	tritanFloor = 8.0  // the same, without blue cones
)

type pair struct {
	name   string
	fg, bg report.Colour
}

type named struct {
	name string
	report.Family
}

func families(p report.Palette) []named {
	return []named{{"added", p.Added}, {"word", p.Word}, {"moved", p.Moved}, {"cut", p.Cut}, {"style", p.Style}}
}

func eachPalette(t *testing.T, check func(t *testing.T, s report.Scheme, p report.Palette)) {
	for s := range report.NumScheme {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s dark=%v", s, dark), func(t *testing.T) { check(t, s, report.Colours(s, dark)) })
		}
	}
}

func checkContrast(t *testing.T, floor float64, pairs []pair) {
	t.Helper()
	for _, x := range pairs {
		if c := contrast(x.fg, x.bg); c < floor {
			t.Errorf("%s: %s on %s is %.2f, want %.1f", x.name, x.fg, x.bg, c, floor)
		}
	}
}

func TestTextIsReadable(t *testing.T) {
	eachPalette(t, func(t *testing.T, s report.Scheme, p report.Palette) {
		floor := textFloor
		if s == report.HighContrast {
			floor = strongFloor
		}
		for _, ground := range []report.Colour{p.Paper, p.Chrome, p.Band} {
			on := []pair{{"ink", p.Ink, ground}, {"quiet", p.Quiet, ground}, {"muted", p.Muted, ground}}
			for _, f := range families(p) {
				on = append(on, pair{f.name, f.Mark, ground})
			}
			checkContrast(t, floor, on)
		}
		for _, f := range families(p) {
			checkContrast(t, textFloor, []pair{
				{"ink on tint of " + f.name, p.Ink, f.Tint},
				{"quiet on tint of " + f.name, p.Quiet, f.Tint},
				{"mark on tint of " + f.name, f.Mark, f.Tint},
			})
		}
	})
}

func TestLabelsAndMarkedWordsAreReadable(t *testing.T) {
	eachPalette(t, func(t *testing.T, _ report.Scheme, p report.Palette) {
		checkContrast(t, textFloor, []pair{
			{"style label on added", p.Style.Mark, p.Added.Tint},
			{"style label on moved", p.Style.Mark, p.Moved.Tint},
			{"word label on moved", p.Word.Mark, p.Moved.Tint},
			{"cut label on word", p.Cut.Mark, p.Word.Tint},
			{"muted on added", p.Muted, p.Added.Tint},
			{"muted on word", p.Muted, p.Word.Tint},
			{"muted on moved", p.Muted, p.Moved.Tint},
			{"ink on selection", p.Ink, p.Select},
			{"quiet on selection", p.Quiet, p.Select},
			{"ink on hit", p.Ink, p.Hit},
			{"quiet on hit", p.Quiet, p.Hit},
			{"current hit", p.HitNowInk, p.HitNow},
			{"base tag", p.Paper, p.Ink},
			{"primary button", p.Paper, p.Focus},
		})
	})
}

func TestLinesAreVisible(t *testing.T) {
	eachPalette(t, func(t *testing.T, _ report.Scheme, p report.Palette) {
		lines := []pair{
			{"focus on paper", p.Focus, p.Paper}, {"focus on band", p.Focus, p.Band}, {"focus on chrome", p.Focus, p.Chrome},
			{"edge on paper", p.Edge, p.Paper}, {"edge on chrome", p.Edge, p.Chrome},
		}
		for _, f := range families(p) {
			lines = append(lines, pair{f.name + " on paper", f.Line, p.Paper},
				pair{f.name + " on band", f.Line, p.Band}, pair{f.name + " on its tint", f.Line, f.Tint})
		}
		checkContrast(t, lineFloor, lines)
	})
}

func TestFamiliesStayApartForEveryEye(t *testing.T) {
	eachPalette(t, func(t *testing.T, _ report.Scheme, p report.Palette) {
		fam := families(p)
		for _, eye := range eyes() {
			for i, f := range fam {
				for _, g := range fam[i+1:] {
					for _, x := range []pair{{"mark", f.Mark, g.Mark}, {"line", f.Line, g.Line}} {
						if d := deltaE(seen(x.fg, eye.matrix), seen(x.bg, eye.matrix)); d < eye.floor {
							t.Errorf("%s: %ss of %s and %s are %.1f apart, want %.0f", eye.name, x.name, f.name, g.name, d, eye.floor)
						}
					}
				}
			}
		}
	})
}

// The figures of Sharma, Wu and Dalal (2005), table 1: the test's own measure
// is measured.
func TestDeltaE(t *testing.T) {
	for _, x := range []struct {
		p, q lab
		want float64
	}{
		{lab{50, 2.6772, -79.7751}, lab{50, 0, -82.7485}, 2.0425},
		{lab{50, 2.5, 0}, lab{73, 25, -18}, 27.1492},
		{lab{60.2574, -34.0099, 36.2677}, lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{lab{22.7233, 20.0904, -46.6940}, lab{23.0331, 14.9730, -42.5619}, 2.0373},
	} {
		if d := deltaE(x.p, x.q); math.Abs(d-x.want) > 0.0001 {
			t.Errorf("%v %v: %.4f, want %.4f", x.p, x.q, d, x.want)
		}
	}
}

func TestColourPrints(t *testing.T) {
	c := report.Colour(0x0A1BFF)
	if c.String() != "#0A1BFF" {
		t.Error(c.String())
	}
	r, g, b, a := c.RGBA()
	if r != 0x0A0A || g != 0x1B1B || b != 0xFFFF || a != 0xFFFF {
		t.Error(r, g, b, a)
	}
}

type lab [3]float64

// linear returns the linear-light channels of an sRGB colour, 0..1.
func linear(c report.Colour) (l [3]float64) {
	for i, shift := range []uint{16, 8, 0} {
		v := float64(c>>shift&0xFF) / 255
		if v <= 0.04045 {
			l[i] = v / 12.92
		} else {
			l[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return l
}

func luminance(c report.Colour) float64 {
	l := linear(c)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

func contrast(a, b report.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

type eye struct {
	name   string
	floor  float64
	matrix [3][3]float64
}

func eyes() []eye {
	return []eye{
		{"normal", normalFloor, [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
		{"protan", dichroFloor, [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
		{"deutan", dichroFloor, [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
		{"tritan", tritanFloor, [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
	}
}

// seen returns the CIELAB colour (D65) that an eye with matrix m sees.
func seen(c report.Colour, m [3][3]float64) lab {
	l := linear(c)
	var o [3]float64
	for i := range o {
		o[i] = min(1, max(0, m[i][0]*l[0]+m[i][1]*l[1]+m[i][2]*l[2]))
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*o[0] + 0.3575761*o[1] + 0.1804375*o[2]) / 0.95047)
	y := f(0.2126729*o[0] + 0.7151522*o[1] + 0.0721750*o[2])
	z := f((0.0193339*o[0] + 0.1191920*o[1] + 0.9503041*o[2]) / 1.08883)
	return lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// deltaE is CIEDE2000, as Sharma, Wu and Dalal (2005) write it.
func deltaE(p, q lab) float64 {
	const rad = math.Pi / 180
	chroma := (math.Hypot(p[1], p[2]) + math.Hypot(q[1], q[2])) / 2
	g := 0.5 * (1 - math.Sqrt(math.Pow(chroma, 7)/(math.Pow(chroma, 7)+math.Pow(25, 7))))
	a1, a2 := p[1]*(1+g), q[1]*(1+g)
	c1, c2 := math.Hypot(a1, p[2]), math.Hypot(a2, q[2])
	turn, mean := hues(math.Atan2(p[2], a1)/rad, math.Atan2(q[2], a2)/rad, c1*c2 == 0)
	l, c := (p[0]+q[0])/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos((mean-30)*rad) + 0.24*math.Cos(2*mean*rad) +
		0.32*math.Cos((3*mean+6)*rad) - 0.2*math.Cos((4*mean-63)*rad)
	dl := (q[0] - p[0]) / (1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50)))
	dc := (c2 - c1) / (1 + 0.045*c)
	dh := 2 * math.Sqrt(c1*c2) * math.Sin(turn/2*rad) / (1 + 0.015*c*t)
	rot := -2 * math.Sqrt(math.Pow(c, 7)/(math.Pow(c, 7)+math.Pow(25, 7))) *
		math.Sin(60*rad*math.Exp(-math.Pow((mean-275)/25, 2)))
	return math.Sqrt(dl*dl + dc*dc + dh*dh + rot*dc*dh)
}

// hues returns the difference and the mean of two hue angles in degrees;
// a grey has no hue of its own.
func hues(h1, h2 float64, grey bool) (turn, mean float64) {
	h1, h2 = math.Mod(h1+360, 360), math.Mod(h2+360, 360)
	turn, mean = h2-h1, (h1+h2)/2
	switch {
	case grey:
		return 0, h1 + h2
	case turn > 180:
		turn, mean = turn-360, mean+180
	case turn < -180:
		turn, mean = turn+360, mean+180
	}
	return turn, math.Mod(mean, 360)
}
