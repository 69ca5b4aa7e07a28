//go:build pdfium

package pdf

import (
	"context"
	_ "embed"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/emscripten"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"wirediff/loader/internal/draft"
)

// Engine names what reads PDF files in this build.
const Engine = "PDFium"

//go:embed pdfium.wasm
var pdfiumWasm []byte

// memoryPages caps the memory of a document at 128 MiB (pages of 64 KiB):
// a deflate bomb ends there, books with pictures stay far below.
const memoryPages = 2048

// runtime is the compiled engine, made at the first PDF. Compiling takes two
// seconds once; the result is kept in the user's cache folder.
type runtime struct {
	wazero.Runtime
	module wazero.CompiledModule
	err    error
}

var engine = sync.OnceValue(func() runtime {
	ctx := context.Background()
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages).WithCloseOnContextDone(true)
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "wirediff", "pdf")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	r := runtime{Runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if r.module, r.err = r.CompileModule(ctx, pdfiumWasm); r.err != nil {
		return r
	}
	if _, r.err = wasi_snapshot_preview1.Instantiate(ctx, r.Runtime); r.err == nil {
		r.err = r.environment(ctx)
	}
	return r
})

// environment makes the functions that the engine expects of its host. It has
// no files, no clock and no zone: they fail, and the date is the epoch.
func (r runtime) environment(ctx context.Context) error {
	exporter, err := emscripten.NewFunctionExporterForModule(r.module)
	if err != nil {
		return err
	}
	env := r.NewHostModuleBuilder("env")
	exporter.ExportFunctions(env)
	for _, f := range r.module.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" || strings.HasPrefix(name, "invoke_") || name == "_emscripten_throw_longjmp" {
			continue
		}
		env.NewFunctionBuilder().WithGoModuleFunction(host(name, len(f.ResultTypes()) > 0), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err = env.Instantiate(ctx)
	return err
}

// host is the host's answer to a call: "no" to everything but more memory.
func host(name string, answers bool) api.GoModuleFunc {
	const pageSize = 64 << 10
	no := uint64(1<<32 - 38) // -ENOSYS
	switch name {
	case "emscripten_resize_heap":
		return func(_ context.Context, m api.Module, stack []uint64) {
			want, have := uint64(uint32(stack[0])), uint64(m.Memory().Size())
			stack[0] = 1
			if want > have {
				if _, ok := m.Memory().Grow(uint32((want - have + pageSize - 1) / pageSize)); !ok {
					stack[0] = 0
				}
			}
		}
	case "emscripten_date_now":
		no = 0
	}
	return func(_ context.Context, _ api.Module, stack []uint64) {
		if answers {
			stack[0] = no
		}
	}
}

// Read reads a PDF.
func Read(ctx context.Context, data []byte) (draft.Draft, error) {
	ctx, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	doc, err := read(ctx, data)
	if err != nil {
		if ctx.Err() != nil {
			err = ErrTime
		}
		return draft.Draft{}, err
	}
	return finish(doc)
}

func read(ctx context.Context, data []byte) (doc document, err error) {
	r := engine()
	if r.err != nil {
		return doc, errors.New("PDF files cannot be read on this machine")
	}
	m, err := r.InstantiateModule(ctx, r.module, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	if err != nil {
		return doc, ErrMemory
	}
	defer m.Close(context.WithoutCancel(ctx))
	p := pdfium{ctx: ctx, m: m, funcs: map[string]api.Function{}}
	defer func() {
		if recover() != nil { // a trap inside the engine: damage or the cap on memory
			err = ErrDamaged
			if m.Memory().Size() >= memoryPages*(64<<10)-(1<<20) {
				err = ErrMemory
			}
		}
	}()
	return p.document(data)
}

// pdfium calls the functions of one instance; a call that traps panics.
type pdfium struct {
	ctx   context.Context
	m     api.Module
	funcs map[string]api.Function // looked up once: four calls are made for every letter
	stack [8]uint64
	box   uint64 // room for four floats
}

func (p *pdfium) call(name string, args ...uint64) uint64 {
	f := p.funcs[name]
	if f == nil {
		f = p.m.ExportedFunction(name)
		p.funcs[name] = f
	}
	p.stack[0] = 0
	copy(p.stack[:], args)
	if err := f.CallWithStack(p.ctx, p.stack[:]); err != nil {
		panic(err)
	}
	return p.stack[0]
}

// Values of FPDF_GetLastError.
const errPassword = 4

func (p *pdfium) document(data []byte) (doc document, err error) {
	if f := p.m.ExportedFunction("_initialize"); f != nil {
		p.call("_initialize")
	} else {
		p.call("__wasm_call_ctors")
	}
	p.call("FPDF_InitLibrary")
	at := p.call("malloc", uint64(len(data)))
	if at == 0 || !p.m.Memory().Write(uint32(at), data) {
		return doc, ErrMemory
	}
	p.box = p.call("malloc", 4*8)
	handle := p.call("FPDF_LoadMemDocument", at, uint64(len(data)), 0)
	if handle == 0 {
		if p.call("FPDF_GetLastError") == errPassword {
			return doc, ErrLocked
		}
		return doc, ErrDamaged
	}
	count := int32(p.call("FPDF_GetPageCount", handle))
	if count > MaxPages {
		return doc, ErrPages
	}
	size := 0
	for i := range count {
		if pg := p.call("FPDF_LoadPage", handle, uint64(i)); pg != 0 {
			doc.pages = append(doc.pages, p.page(pg))
			p.call("FPDF_ClosePage", pg)
		}
		for _, l := range lastPage(doc).lines {
			size += len(l.text)
		}
		if size > maxText {
			return doc, errors.New("the PDF holds more than 8 MiB of text, the most that is read")
		}
	}
	doc.title, doc.author, doc.created = p.meta(handle, "Title"), p.meta(handle, "Author"), p.meta(handle, "CreationDate")
	return doc, nil
}

func lastPage(doc document) page {
	if len(doc.pages) == 0 {
		return page{}
	}
	return doc.pages[len(doc.pages)-1]
}

// meta returns a property of the document.
func (p *pdfium) meta(handle uint64, name string) string {
	const room = 2048
	buf := p.call("malloc", room)
	defer p.call("free", buf)
	tag := p.call("malloc", uint64(len(name)+1))
	defer p.call("free", tag)
	p.m.Memory().Write(uint32(tag), append([]byte(name), 0))
	n := p.call("FPDF_GetMetaText", handle, tag, buf, room)
	b, ok := p.m.Memory().Read(uint32(buf), uint32(min(n, room)))
	if !ok || len(b) < 2 {
		return ""
	}
	u := make([]uint16, len(b)/2-1)
	for i := range u {
		u[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return string(utf16.Decode(u))
}

// page reads the lines of a page, which the engine ends with CR LF.
func (p *pdfium) page(handle uint64) page {
	out := page{height: math.Float64frombits(p.call("FPDF_GetPageHeight", handle))}
	text := p.call("FPDFText_LoadPage", handle)
	if text == 0 {
		return out
	}
	defer p.call("FPDFText_ClosePage", text)
	n := int32(p.call("FPDFText_CountChars", text))
	var b strings.Builder
	var l line
	var high rune
	end := func() {
		l.text = strings.TrimSpace(b.String())
		if l.text != "" {
			out.lines = append(out.lines, l)
		}
		l = line{}
		b.Reset()
	}
	for i := range n {
		c := rune(p.call("FPDFText_GetUnicode", text, uint64(i)))
		switch {
		case c == '\n' || c == 0:
			end()
			continue
		case c == '\r':
			continue
		case c == 2 || c == 0xfffe: // hyphen at a line's end, in place of CR LF
			b.WriteByte('-')
			end()
			continue
		case utf16.IsSurrogate(c) && high == 0:
			high = c
			continue
		case high != 0:
			c, high = utf16.DecodeRune(high, c), 0
		}
		if c == 0xad { // soft hyphen inside a line
			continue
		}
		b.WriteRune(c)
		if c > ' ' {
			p.extend(&l, text, uint64(i))
		}
	}
	end()
	return out
}

// extend widens a line by the box of a character.
func (p *pdfium) extend(l *line, text, i uint64) {
	if p.call("FPDFText_GetCharOrigin", text, i, p.box, p.box+8) == 0 {
		return
	}
	x, y := p.float(0), p.float(8)
	if l.size == 0 {
		l.left, l.base = x, y
		l.size = p.size(text, i)
	}
	if p.call("FPDFText_GetCharBox", text, i, p.box, p.box+8, p.box+16, p.box+24) != 0 {
		l.right = max(l.right, p.float(8))
	}
}

// size returns the type size of a character on the page: the font's, scaled
// by the character's matrix.
func (p *pdfium) size(text, i uint64) float64 {
	size := math.Float64frombits(p.call("FPDFText_GetFontSize", text, i))
	if p.call("FPDFText_GetMatrix", text, i, p.box) != 0 {
		c, _ := p.m.Memory().ReadFloat32Le(uint32(p.box) + 8)
		d, _ := p.m.Memory().ReadFloat32Le(uint32(p.box) + 12)
		if scale := math.Hypot(float64(c), float64(d)); scale > 0 {
			size *= scale
		}
	}
	return max(size, 1)
}

// float reads the float at an offset of the box.
func (p *pdfium) float(off uint32) float64 {
	v, _ := p.m.Memory().ReadFloat64Le(uint32(p.box) + off)
	return v
}
